package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.profile.CertificateProfile;
import io.certhall.workers.ca.profile.KeyId;
import io.certhall.workers.ca.profile.KeyUse;
import io.certhall.workers.ca.profile.SubjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/** The extensions: exactly those of the profile, each with the profile's value. */
final class ExtensionRules {

  private final TBSCertificate body;
  private final CertificateProfile profile;
  private final Issuer issuer;
  private final Findings findings;

  private ExtensionRules(
      TBSCertificate body, CertificateProfile profile, Issuer issuer, Findings findings) {
    this.body = body;
    this.profile = profile;
    this.issuer = issuer;
    this.findings = findings;
  }

  static void check(
      TBSCertificate body, CertificateProfile profile, Issuer issuer, Findings findings) {
    new ExtensionRules(body, profile, issuer, findings).check();
  }

  private void check() {
    var extensions = body.getExtensions();
    var expected = expected(profile);
    if (extensions == null) {
      expected.keySet().forEach(oid -> findings.add(LintRule.EXTENSION_MISSING, oid));
      return;
    }
    for (var oid : extensions.getExtensionOIDs()) {
      findings.addIf(!expected.containsKey(oid), LintRule.EXTENSION_UNEXPECTED, oid);
    }
    expected.forEach((oid, critical) -> checkPresence(extensions.getExtension(oid), oid, critical));
    checkValues(extensions);
  }

  /** The profile's extensions and whether they are critical. */
  private static Map<ASN1ObjectIdentifier, Boolean> expected(CertificateProfile profile) {
    var expected = new LinkedHashMap<ASN1ObjectIdentifier, Boolean>();
    expected.put(Extension.authorityKeyIdentifier, false);
    expected.put(Extension.subjectKeyIdentifier, false);
    expected.put(Extension.keyUsage, true);
    if (!profile.extendedUses().isEmpty()) {
      expected.put(Extension.extendedKeyUsage, false);
    }
    expected.put(Extension.basicConstraints, true);
    expected.put(Extension.certificatePolicies, false);
    expected.put(Extension.cRLDistributionPoints, false);
    expected.put(Extension.authorityInfoAccess, false);
    SubjectType type = profile.type();
    if (type.namesOrganisation()) {
      expected.put(profile.identity().organisation(), false);
    }
    if (type.namesPerson()) {
      expected.put(profile.identity().person(), false);
    }
    return expected;
  }

  private void checkPresence(
      @Nullable Extension extension, ASN1ObjectIdentifier oid, boolean critical) {
    if (extension == null) {
      findings.add(LintRule.EXTENSION_MISSING, oid);
    } else {
      findings.addIf(extension.isCritical() != critical, LintRule.EXTENSION_CRITICALITY, oid);
    }
  }

  private void checkValues(Extensions all) {
    read(all, Extension.keyUsage, this::checkKeyUsage);
    read(all, Extension.extendedKeyUsage, this::checkExtendedUsage);
    read(all, Extension.basicConstraints, this::checkConstraints);
    read(all, Extension.certificatePolicies, this::checkPolicies);
    read(
        all,
        Extension.cRLDistributionPoints,
        value ->
            require(
                profile.urls().crlExtension(body.getSerialNumber().getValue()),
                value,
                LintRule.CRL_ADDRESS_DIFFERS));
    read(
        all,
        Extension.authorityInfoAccess,
        value -> require(profile.urls().accessExtension(), value, LintRule.ACCESS_ADDRESS_DIFFERS));
    read(
        all,
        Extension.authorityKeyIdentifier,
        value ->
            require(
                new AuthorityKeyIdentifier(
                    KeyId.of(issuer.certificate().getSubjectPublicKeyInfo())),
                value,
                LintRule.AUTHORITY_KEY_DIFFERS));
    read(
        all,
        Extension.subjectKeyIdentifier,
        value ->
            require(
                new SubjectKeyIdentifier(KeyId.of(body.getSubjectPublicKeyInfo())),
                value,
                LintRule.SUBJECT_KEY_DIFFERS));
  }

  private interface ValueCheck {
    void check(ASN1Encodable value);
  }

  private void read(Extensions all, ASN1ObjectIdentifier oid, ValueCheck check) {
    var extension = all.getExtension(oid);
    if (extension == null) {
      return;
    }
    try {
      check.check(extension.getParsedValue());
    } catch (IllegalArgumentException e) {
      findings.add(LintRule.EXTENSION_UNREADABLE, oid);
    }
  }

  /** Compares bytes: parsed values of implicit tags are not equal to built ones. */
  private void require(ASN1Encodable expected, ASN1Encodable actual, LintRule rule) {
    try {
      var same = Arrays.equals(der(expected), der(actual));
      findings.addIf(!same, rule, profile.name());
    } catch (IOException e) {
      findings.add(rule, profile.name());
    }
  }

  private static byte[] der(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  private void checkKeyUsage(ASN1Encodable value) {
    var usage = KeyUsage.getInstance(value);
    findings.addIf(
        usage.hasUsages(KeyUsage.keyCertSign) || usage.hasUsages(KeyUsage.cRLSign),
        LintRule.KEY_USAGE_OF_CA,
        "");
    require(KeyUse.extension(profile.keyUses()), value, LintRule.KEY_USAGE_DIFFERS);
  }

  private void checkExtendedUsage(ASN1Encodable value) {
    var uses =
        Arrays.stream(ExtendedKeyUsage.getInstance(value).getUsages())
            .map(KeyPurposeId::toOID)
            .toList();
    findings.addIf(!uses.equals(profile.extendedUses()), LintRule.EXTENDED_USAGE_DIFFERS, uses);
  }

  private void checkConstraints(ASN1Encodable value) {
    var constraints = BasicConstraints.getInstance(value);
    findings.addIf(
        constraints.isCA() || constraints.getPathLenConstraint() != null,
        LintRule.BASIC_CONSTRAINTS_CA,
        "");
  }

  private void checkPolicies(ASN1Encodable value) {
    List<ASN1ObjectIdentifier> policies =
        Arrays.stream(CertificatePolicies.getInstance(value).getPolicyInformation())
            .map(PolicyInformation::getPolicyIdentifier)
            .toList();
    findings.addIf(!policies.equals(profile.policies()), LintRule.POLICY_DIFFERS, policies);
  }
}
