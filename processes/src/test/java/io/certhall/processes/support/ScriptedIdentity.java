package io.certhall.processes.support;

import io.certhall.processes.identity.IdentityFault;
import io.certhall.processes.identity.IdentityQuestion;
import io.certhall.processes.identity.IdentityVerdict;
import io.certhall.processes.identity.IdentityVerdict.Outcome;
import io.certhall.processes.identity.IdentityVerification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A register in memory: everybody is in it, unless a test says otherwise of a number. */
public class ScriptedIdentity implements IdentityVerification {

  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Boolean> silent = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  public void answers(String idNo, Outcome outcome) {
    silent.remove(idNo);
    outcomes.put(idNo, outcome);
  }

  /** The provider gives no verdict about this number. */
  public void isSilentAbout(String idNo) {
    silent.put(idNo, true);
  }

  public int asked() {
    return asked.get();
  }

  @Override
  public IdentityVerdict verify(IdentityQuestion question) {
    if (silent.containsKey(question.idNo())) {
      throw new IdentityFault("time-out", null);
    }
    return new IdentityVerdict(
        outcomes.getOrDefault(question.idNo(), Outcome.MATCH), "R" + asked.incrementAndGet());
  }
}
