package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Reads one type's profile and refuses what no certificate may say. */
record ProfileReader(ProfileFields fields, SubjectType expected) {

  private static final Set<String> FIELDS =
      Set.of(
          "base",
          "type",
          "subject",
          "validity",
          "keys",
          "extendedUses",
          "identity",
          "policies",
          "urls");
  private static final int MOST_YEARS = 10;
  private static final int MOST_DAYS = 366;
  private static final Map<String, ASN1ObjectIdentifier> PURPOSES =
      Map.of(
          "clientAuth", KeyPurposeId.id_kp_clientAuth.toOID(),
          "emailProtection", KeyPurposeId.id_kp_emailProtection.toOID(),
          "codeSigning", KeyPurposeId.id_kp_codeSigning.toOID(),
          "timeStamping", KeyPurposeId.id_kp_timeStamping.toOID());
  private static final Set<KeyUse> SIGNING =
      EnumSet.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.NON_REPUDIATION);

  ProfileData read() {
    fields.allowOnly(FIELDS);
    var type = type();
    var validity = fields.map("validity");
    validity.allowOnly(Set.of("maxYears", "carryOverDays"));
    return new ProfileData(
        type,
        subject(type),
        validity.number("maxYears", 1, MOST_YEARS),
        validity.number("carryOverDays", 0, MOST_DAYS),
        keys(),
        purposes(),
        identity(type),
        policies(),
        urls());
  }

  private SubjectType type() {
    var text = fields.text("type");
    if (!expected.name().equals(text)) {
      throw fields.wrong("type", text + " ≠ " + expected);
    }
    return expected;
  }

  private SubjectTemplate subject(SubjectType type) {
    SubjectTemplate template;
    try {
      template = SubjectTemplate.parse(fields.text("subject"));
    } catch (CaFault e) {
      if (e.code() == FaultCode.PROFILE_FIELD_MISSING) {
        throw e;
      }
      throw fields.wrong("subject", e.getMessage());
    }
    for (var field : template.fields()) {
      var missing =
          switch (field.placeholder() ? field.value() : "") {
            case "organisation", "creditCode" -> !type.namesOrganisation();
            case "person" -> !type.namesPerson();
            default -> false;
          };
      if (missing) {
        throw fields.wrong("subject", "{" + field.value() + "} ∉ " + type);
      }
    }
    if (template.fields().stream().noneMatch(f -> f.attribute().equals(BCStyle.CN))) {
      throw fields.wrong("subject", "CN=…");
    }
    return template;
  }

  private List<ProfileData.Keys> keys() {
    var all = new ArrayList<ProfileData.Keys>();
    var seen = new HashSet<KeyAlgorithm>();
    for (var key : fields.maps("keys")) {
      key.allowOnly(Set.of("algorithm", "signing", "encryption"));
      var algorithm = algorithm(key);
      if (!seen.add(algorithm)) {
        throw key.wrong("algorithm", algorithm + " × 2");
      }
      all.add(new ProfileData.Keys(algorithm, signing(key), encryption(key, algorithm.family())));
    }
    if (all.isEmpty()) {
      throw fields.wrong("keys", "[]");
    }
    return all;
  }

  private static KeyAlgorithm algorithm(ProfileFields key) {
    var text = key.text("algorithm");
    return Arrays.stream(KeyAlgorithm.values())
        .filter(algorithm -> algorithm.code().equals(text))
        .findFirst()
        .orElseThrow(
            () -> key.wrong("algorithm", text + " ∉ " + Arrays.toString(KeyAlgorithm.values())));
  }

  private static Set<KeyUse> signing(ProfileFields key) {
    var uses = uses(key, "signing");
    if (!uses.contains(KeyUse.DIGITAL_SIGNATURE) || !SIGNING.containsAll(uses)) {
      throw key.wrong("signing", "digitalSignature, nonRepudiation?: " + uses);
    }
    return uses;
  }

  /** RFC 3279: RSA keys agree on nothing; RFC 5480: EC keys encipher nothing. */
  private static Set<KeyUse> encryption(ProfileFields key, KeyAlgorithm.Family family) {
    var uses = uses(key, "encryption");
    var allowed =
        switch (family) {
          case SM2 ->
              EnumSet.of(KeyUse.KEY_ENCIPHERMENT, KeyUse.DATA_ENCIPHERMENT, KeyUse.KEY_AGREEMENT);
          case RSA -> EnumSet.of(KeyUse.KEY_ENCIPHERMENT, KeyUse.DATA_ENCIPHERMENT);
          case EC -> EnumSet.of(KeyUse.KEY_AGREEMENT);
        };
    if (uses.isEmpty() || !allowed.containsAll(uses)) {
      throw key.wrong("encryption", uses + " ⊄ " + allowed);
    }
    return uses;
  }

  private static Set<KeyUse> uses(ProfileFields key, String field) {
    var uses = EnumSet.noneOf(KeyUse.class);
    for (var name : key.texts(field)) {
      uses.add(
          Arrays.stream(KeyUse.values())
              .filter(use -> use.word().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      key.wrong(
                          field,
                          name
                              + " ∉ "
                              + Arrays.stream(KeyUse.values()).map(KeyUse::word).toList())));
    }
    return uses;
  }

  private List<ASN1ObjectIdentifier> purposes() {
    var purposes = new ArrayList<ASN1ObjectIdentifier>();
    for (var name : fields.texts("extendedUses")) {
      var known = PURPOSES.get(name);
      purposes.add(known != null ? known : oid("extendedUses", name));
    }
    return purposes;
  }

  private IdentityOids identity(SubjectType type) {
    var identity = fields.map("identity");
    identity.allowOnly(Set.of("organisation", "person"));
    return new IdentityOids(
        type.namesOrganisation() || identity.has("organisation")
            ? oid("identity.organisation", identity.text("organisation"))
            : IdentityOids.GMT_0015.organisation(),
        type.namesPerson() || identity.has("person")
            ? oid("identity.person", identity.text("person"))
            : IdentityOids.GMT_0015.person());
  }

  private List<ASN1ObjectIdentifier> policies() {
    var policies = fields.texts("policies").stream().map(p -> oid("policies", p)).toList();
    if (policies.isEmpty()) {
      throw fields.wrong("policies", "[]");
    }
    return policies;
  }

  private ASN1ObjectIdentifier oid(String field, String text) {
    var oid = ASN1ObjectIdentifier.tryFromID(text);
    if (oid == null) {
      throw fields.wrong(field, "OID: " + text);
    }
    return oid;
  }

  private ProfileData.Addresses urls() {
    var urls = fields.map("urls");
    urls.allowOnly(Set.of("crl", "ocsp", "issuer"));
    var addresses =
        new ProfileData.Addresses(address(urls, "crl"), urls.text("ocsp"), address(urls, "issuer"));
    try {
      addresses.of("http://base.example", "ca");
    } catch (CaFault e) {
      throw fields.wrong("urls", e.getMessage());
    }
    return addresses;
  }

  /** Each CA has its own list and certificate; OCSP questions name the CA themselves. */
  private static String address(ProfileFields urls, String field) {
    var address = urls.text(field);
    if (!address.contains("{ca}")) {
      throw urls.wrong(field, "{ca} ∉ " + address);
    }
    return address;
  }
}
