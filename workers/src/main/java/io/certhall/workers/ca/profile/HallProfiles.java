package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A hall's profiles before it is known which of its CAs issues: each CA has its own addresses.
 *
 * @param baseUrl where the addresses begin, e.g. {@code http://pki.example.cn}
 */
public record HallProfiles(String baseUrl, List<ProfileData> types) {

  public HallProfiles {
    baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    types = List.copyOf(types);
  }

  /** All profiles, with the addresses of the CA of this name. */
  public Profiles forCa(String ca) {
    Map<Profiles.Kind, PairProfile> pairs = new HashMap<>();
    for (var data : types) {
      for (var keys : data.keys()) {
        pairs.put(
            new Profiles.Kind(data.type(), keys.algorithm()),
            new PairProfile(
                profile(data, keys, "signing", ca), profile(data, keys, "encryption", ca)));
      }
    }
    return new Profiles(pairs);
  }

  private CertificateProfile profile(
      ProfileData data, ProfileData.Keys keys, String half, String ca) {
    var kind =
        keys.algorithm() == KeyAlgorithm.SM2 ? data.type() : data.type() + "/" + keys.algorithm();
    return new CertificateProfile(
        kind + "/" + half,
        data.type(),
        keys.algorithm(),
        data.subject(),
        half.equals("signing") ? keys.signing() : keys.encryption(),
        data.extendedUses(),
        data.policies(),
        data.urls().of(baseUrl, ca),
        data.identity(),
        data.maxYears(),
        data.carryOverDays());
  }
}
