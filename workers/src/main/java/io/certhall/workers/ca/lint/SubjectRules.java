package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.profile.CertificateProfile;
import io.certhall.workers.ca.profile.SubjectTemplate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** The subject name: layout of the profile, bounds of X.520, harmless characters. */
final class SubjectRules {

  /** Upper bounds in characters (X.520, RFC 5280 appendix A). */
  private static final Map<ASN1ObjectIdentifier, Integer> BOUNDS =
      Map.of(
          BCStyle.C, 2,
          BCStyle.ST, 128,
          BCStyle.L, 128,
          BCStyle.O, 64,
          BCStyle.OU, 64,
          BCStyle.CN, 64,
          BCStyle.T, 64,
          BCStyle.SERIALNUMBER, 64,
          BCStyle.ORGANIZATION_IDENTIFIER, 256);

  private static final int DEFAULT_BOUND = 256;

  private static final Set<Byte> INVISIBLE =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR);

  private static final int REPLACEMENT = 0xFFFD;

  private SubjectRules() {}

  static void check(TBSCertificate body, CertificateProfile profile, Findings findings) {
    var subject = body.getSubject();
    var names = subject.getRDNs();
    if (names.length == 0) {
      findings.add(LintRule.SUBJECT_EMPTY, "");
      return;
    }
    findings.addIf(subject.equals(body.getIssuer()), LintRule.SUBJECT_EQUALS_ISSUER, "");
    findings.addIf(
        Arrays.stream(names).anyMatch(RDN::isMultiValued), LintRule.SUBJECT_MULTI_VALUED, "");
    findings.addIf(
        !fits(subject, profile.subject()),
        LintRule.SUBJECT_LAYOUT_DIFFERS,
        profile.subject().text());
    for (var name : names) {
      for (var attribute : name.getTypesAndValues()) {
        checkValue(attribute, findings);
      }
    }
  }

  /** Walks name and layout side by side; only optional fields may be left out. */
  private static boolean fits(X500Name subject, SubjectTemplate template) {
    var names = subject.getRDNs();
    var at = 0;
    for (var field : template.fields()) {
      var here = at < names.length && names[at].getFirst().getType().equals(field.attribute());
      if (here && !field.placeholder() && !text(names[at].getFirst()).equals(field.value())) {
        return false;
      }
      if (here) {
        at++;
      } else if (!field.optional()) {
        return false;
      }
    }
    return at == names.length;
  }

  private static void checkValue(AttributeTypeAndValue attribute, Findings findings) {
    var type = attribute.getType();
    var label = label(type);
    var printableOnly = type.equals(BCStyle.C) || type.equals(BCStyle.SERIALNUMBER);
    var encoded = attribute.getValue();
    if (!(encoded instanceof ASN1PrintableString)
        && (printableOnly || !(encoded instanceof ASN1UTF8String))) {
      findings.add(LintRule.SUBJECT_ENCODING, label);
      return;
    }
    var value = text(attribute);
    findings.addIf(value.isBlank(), LintRule.SUBJECT_VALUE_BLANK, label);
    var bound = BOUNDS.getOrDefault(type, DEFAULT_BOUND);
    var length = value.codePointCount(0, value.length());
    findings.addIf(
        length > bound, LintRule.SUBJECT_VALUE_TOO_LONG, label + " " + length + " > " + bound);
    findings.addIf(
        type.equals(BCStyle.C) && !value.matches("[A-Z]{2}"),
        LintRule.SUBJECT_COUNTRY_INVALID,
        value);
    findings.addIf(
        !value.equals(value.strip()) || value.codePoints().anyMatch(SubjectRules::forbidden),
        LintRule.SUBJECT_CHARACTER_FORBIDDEN,
        label);
  }

  /** Characters that nobody sees, or that let one name pass for another. */
  private static boolean forbidden(int codePoint) {
    return codePoint == REPLACEMENT || INVISIBLE.contains((byte) Character.getType(codePoint));
  }

  static String text(AttributeTypeAndValue attribute) {
    return attribute.getValue() instanceof ASN1String string ? string.getString() : "";
  }

  private static String label(ASN1ObjectIdentifier type) {
    var name = BCStyle.INSTANCE.oidToDisplayName(type);
    return name == null ? type.getId() : name;
  }
}
