package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.profile.CertificateProfile;
import io.certhall.workers.ca.profile.OrganisationIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** The identity extensions, and that a person's number stands nowhere else. */
final class IdentityRules {

  private static final int RESIDENT = 0;
  private static final int OFFICER = 1;
  private static final int PASSPORT = 2;

  private IdentityRules() {}

  static void check(TBSCertificate body, CertificateProfile profile, Findings findings) {
    if (profile.type().namesOrganisation()) {
      extension(body, profile.identity().organisation(), findings)
          .ifPresent(value -> checkCreditCode(value, body, findings));
    }
    Optional<String> number = Optional.empty();
    if (profile.type().namesPerson()) {
      number =
          extension(body, profile.identity().person(), findings)
              .flatMap(value -> personNumber(value, findings));
    }
    checkSubjectHidesNumber(body, number, findings);
  }

  private static Optional<ASN1Primitive> extension(
      TBSCertificate body, ASN1ObjectIdentifier oid, Findings findings) {
    var extensions = body.getExtensions();
    var extension = extensions == null ? null : extensions.getExtension(oid);
    if (extension == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(extension.getParsedValue().toASN1Primitive());
    } catch (IllegalArgumentException e) {
      findings.add(LintRule.EXTENSION_UNREADABLE, oid);
      return Optional.empty();
    }
  }

  private static void checkCreditCode(ASN1Primitive value, TBSCertificate body, Findings findings) {
    if (!(value instanceof ASN1PrintableString code)
        || !OrganisationIdentity.isCreditCode(code.getString())) {
      findings.add(LintRule.CREDIT_CODE_INVALID, value);
      return;
    }
    for (var name : body.getSubject().getRDNs(BCStyle.ORGANIZATION_IDENTIFIER)) {
      var shown = SubjectRules.text(name.getFirst());
      findings.addIf(!shown.equals(code.getString()), LintRule.SUBJECT_CREDIT_CODE_DIFFERS, shown);
    }
  }

  private static Optional<String> personNumber(ASN1Primitive value, Findings findings) {
    if (value instanceof ASN1TaggedObject choice
        && choice.isExplicit()
        && choice.getExplicitBaseObject() instanceof ASN1String text
        && isNumber(choice.getTagNo(), text)) {
      return Optional.of(text.getString());
    }
    findings.add(LintRule.PERSON_NUMBER_INVALID, "");
    return Optional.empty();
  }

  private static boolean isNumber(int choice, ASN1String text) {
    var value = text.getString();
    return switch (choice) {
      case RESIDENT -> text instanceof ASN1PrintableString && value.matches("\\d{17}[\\dX]");
      case OFFICER -> text instanceof ASN1UTF8String && !value.isBlank();
      case PASSPORT -> text instanceof ASN1PrintableString && value.matches("[A-Z0-9]{5,20}");
      default -> false;
    };
  }

  /** Looks for the known number, and for anything that is a resident id by its check digit. */
  private static void checkSubjectHidesNumber(
      TBSCertificate body, Optional<String> number, Findings findings) {
    List<ASN1ObjectIdentifier> shown =
        Arrays.stream(body.getSubject().getRDNs())
            .map(name -> name.getFirst())
            .filter(
                a ->
                    number.filter(SubjectRules.text(a)::contains).isPresent()
                        || (!a.getType().equals(BCStyle.ORGANIZATION_IDENTIFIER)
                            && ResidentNumber.standsIn(SubjectRules.text(a))))
            .map(a -> a.getType())
            .toList();
    findings.addIf(!shown.isEmpty(), LintRule.SUBJECT_SHOWS_PERSON_NUMBER, shown);
  }
}
