package io.certhall.processes.policy;

import io.certhall.bpmn.FeeTable;
import io.certhall.bpmn.FirstStep;
import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.LimitTable;
import io.certhall.bpmn.MaterialTable;
import io.certhall.bpmn.MessageCatalog;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One published version of a hall's policy, ready to be asked. Never changes.
 *
 * @param compiledBpmn the one process that runs orders of this version
 * @param steps where an order of it goes first
 */
public record PublishedPolicy(
    long id,
    String hall,
    int versionNo,
    HallPack pack,
    String processId,
    String compiledBpmn,
    FeeTable fees,
    MaterialTable materials,
    LimitTable limits,
    MessageCatalog messages,
    FirstStep steps) {

  public HallSettings settings() {
    return pack.settings();
  }

  /** Chinese labels of the hall's seals by code. */
  public Map<String, String> sealLabels() {
    return settings().seals().stream()
        .collect(Collectors.toMap(HallSettings.Seal::code, seal -> seal.label().zh()));
  }

  /**
   * The state an order enters when it starts, e.g. REVIEW_PENDING where review comes first.
   *
   * @param service e.g. NEW
   * @param holder ORGANISATION or PERSON
   */
  public String firstState(String service, String holder, long dueFen) {
    return steps.state(asked(service, holder, dueFen));
  }

  /** The state an order enters when this step of the process is completed. */
  public String stateAfter(String elementId, String service, String holder, long dueFen) {
    return steps.stateAfter(elementId, asked(service, holder, dueFen));
  }

  private static Map<String, Object> asked(String service, String holder, long dueFen) {
    return Map.of("service", service, "holder", holder, "dueFen", Math.max(0, dueFen));
  }
}
