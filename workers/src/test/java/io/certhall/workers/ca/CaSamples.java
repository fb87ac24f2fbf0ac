package io.certhall.workers.ca;

import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.profile.OrganisationIdentity;
import io.certhall.workers.ca.profile.PersonIdentity;
import io.certhall.workers.ca.profile.SubjectData;
import io.certhall.workers.ca.profile.SubjectType;
import io.certhall.workers.ca.profile.Validity;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Subjects, requests and CAs that the tests of this package share. */
public final class CaSamples {

  public static final SecureRandom RANDOM = new SecureRandom();
  public static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final String CREDIT_CODE = "91350100M000100Y43";
  public static final String RESIDENT_NUMBER = "34052419800101001X";
  public static final OrganisationIdentity ORGANISATION =
      new OrganisationIdentity("甘肃某某建设工程有限公司", CREDIT_CODE);
  public static final PersonIdentity PERSON = PersonIdentity.resident("张三", RESIDENT_NUMBER);
  public static final CaSpec GANSU =
      CaSpec.standard("gscamce", "甘肃中工国际招标有限公司", "甘肃中工国际 CA", "http://pki.example.cn");
  public static final CaSpec SUQIAN =
      CaSpec.standard("gxca-suqian", "国信电子认证", "宿迁国信 CA", "http://pki.example.cn");

  private CaSamples() {}

  public static IssuingAuthority open(Path folder, CaSpec... specs) {
    return CaCeremony.open(folder, RootSpec.STANDARD, List.of(specs), CLOCK);
  }

  /** A hall's CA for other keys than SM2, made in a ceremony with an offline root. */
  public static CertificateAuthority authority(Path folder, KeyAlgorithm algorithm) {
    var office = new CaOffice(folder, CLOCK, 1000);
    var root = root(folder);
    office.makeRoot(root, RootSpec.STANDARD, KeyAlgorithm.of(algorithm.family()).getLast());
    office.issue(root, GANSU, algorithm, null);
    return open(folder, GANSU).forKey("gscamce", algorithm);
  }

  public static CaOffice.OfflineRoot root(Path folder) {
    return new CaOffice.OfflineRoot(
        folder.resolve("offline/root.p12"), "correct horse battery".toCharArray());
  }

  public static SubjectData subject(SubjectType type) {
    return new SubjectData(
        "甘肃省",
        "兰州市",
        type.namesOrganisation() ? ORGANISATION : null,
        type.namesPerson() ? PERSON : null,
        null,
        null);
  }

  public static PairRequest request(
      CertificateAuthority authority, SubjectType type, SubjectKey key) {
    return new PairRequest(
        type,
        subject(type),
        Validity.ofYears(NOW, 1),
        key,
        authority.newSerial(),
        authority.newSerial());
  }
}
