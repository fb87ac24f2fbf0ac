package io.certhall.processes.support;

import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.PackReader;
import io.certhall.bpmn.PackSource;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.security.Actor;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A hall that no other test has, with the policy of 甘肃; its code sorts after all real ones. */
public final class FreshHall {

  private FreshHall() {}

  /** The hall's code. */
  public static String published(PolicyPublication publication) {
    return published(publication, UnaryOperator.identity());
  }

  /**
   * The hall's code.
   *
   * @param change of its {@code hall.yaml} and {@code order.bpmn}
   */
  public static String published(PolicyPublication publication, UnaryOperator<String> change) {
    HallPack pack = pack("zz" + Fresh.username().replaceAll("[^a-z0-9]", ""), change);
    publication.publish(Actor.SYSTEM, pack, "首版");
    return pack.hall();
  }

  private static HallPack pack(String code, UnaryOperator<String> change) {
    HallPack model =
        PackSource.fromClasspath().stream()
            .filter(pack -> pack.hall().equals(TestOrders.HALL))
            .findFirst()
            .orElseThrow();
    Map<String, String> files = new TreeMap<>(model.files());
    files.computeIfPresent(
        "hall.yaml",
        (name, yaml) ->
            change.apply(yaml).replace("code: gscamce", "code: " + code)
                + (yaml.contains("priceList:")
                    ? ""
                    : "priceList: {status: CONFIRMED, note: 测试}\n"));
    files.computeIfPresent("order.bpmn", (name, xml) -> change.apply(xml));
    return PackReader.read(files);
  }
}
