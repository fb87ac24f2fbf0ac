package io.certhall.bpmn;

import java.util.List;
import java.util.Map;

/** What a pack must hold before it may be published; every finding at once. */
public final class PolicyChecks {

  private PolicyChecks() {}

  public static List<PolicyFinding> check(HallPack pack) {
    Findings findings = new Findings();
    new SettingsChecks(pack, findings).run();
    new FeeChecks(pack, findings).run();
    new TableChecks(pack, findings).run();
    new MessageChecks(pack, findings).run();
    new DiagramChecks(pack, findings).run();
    findings.attempt(
        PolicyCompiler.ORDER,
        () -> new StepChecks(pack, PolicyCompiler.compile(pack), findings).run());
    return findings.all();
  }

  /** For files that may not even be a pack yet. */
  public static List<PolicyFinding> check(Map<String, String> files) {
    HallPack pack;
    try {
      pack = PackReader.read(files);
    } catch (PolicyError e) {
      return List.of(e.finding());
    }
    return check(pack);
  }
}
