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
    MessageCatalog messages) {

  public HallSettings settings() {
    return pack.settings();
  }

  /** Chinese labels of the hall's seals by code. */
  public Map<String, String> sealLabels() {
    return settings().seals().stream()
        .collect(Collectors.toMap(HallSettings.Seal::code, seal -> seal.label().zh()));
  }

  /** The state an order enters when it starts, e.g. REVIEW_PENDING where review comes first. */
  public String firstState(long dueFen) {
    return FirstStep.of(compiledBpmn).state(dueFen > 0);
  }
}
