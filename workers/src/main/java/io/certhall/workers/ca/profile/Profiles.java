package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One CA's certificate profiles by type of subject and kind of key. */
public record Profiles(Map<Kind, PairProfile> pairs) {

  /** What a profile is for. */
  public record Kind(SubjectType type, KeyAlgorithm algorithm) {}

  public Profiles {
    pairs = Map.copyOf(pairs);
  }

  /** The profile for SM2 keys. */
  public PairProfile forType(String hall, SubjectType type) {
    return forType(hall, type, KeyAlgorithm.SM2);
  }

  /**
   * @throws CaFault PROFILE_MISSING when the hall has no such certificates
   */
  public PairProfile forType(String hall, SubjectType type, KeyAlgorithm algorithm) {
    var pair = pairs.get(new Kind(type, algorithm));
    if (pair == null) {
      throw new CaFault(FaultCode.PROFILE_MISSING, hall, type + " " + algorithm);
    }
    return pair;
  }

  /** The kinds of key for which there is any profile. */
  public Set<KeyAlgorithm> algorithms() {
    return pairs.keySet().stream().map(Kind::algorithm).collect(Collectors.toSet());
  }
}
