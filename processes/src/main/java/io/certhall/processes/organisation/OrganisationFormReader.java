package io.certhall.processes.organisation;

import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the form into an organisation, or says everything that is wrong with it. */
final class OrganisationFormReader {

  private static final int NAME = 200;
  private static final int PERSON_NAME = 100;
  private static final int ADDRESS = 300;
  private static final int PLACE = 60;
  private static final int DOCUMENT_NAME = 60;

  private OrganisationFormReader() {}

  /**
   * @throws Refusal RULE with all problems at once
   */
  static Organisation read(OrganisationForm form, long accountId, Instant now) {
    FormCheck check = new FormCheck();
    String name = check.text("name", form.name(), NAME);
    Optional<InstitutionDocument> documentType =
        form.documentType() == null || form.documentType().isBlank()
            ? Optional.of(InstitutionDocument.CREDIT_CODE)
            : check.value(
                "documentType",
                form.documentType(),
                InstitutionDocument::parse,
                "DOCUMENT_TYPE_UNKNOWN");
    String documentName =
        documentType.filter(type -> type == InstitutionDocument.OTHER).isPresent()
            ? check.text("documentName", form.documentName(), DOCUMENT_NAME)
            : null;
    Optional<CreditCode> creditCode =
        check.value("creditCode", form.creditCode(), CreditCode::parse, "CREDIT_CODE_FORM");
    String legalRepName = check.text("legalRepName", form.legalRepName(), PERSON_NAME);
    Optional<ResidentId> legalRepId = residentId(check, "legalRepIdNo", form.legalRepIdNo(), now);
    Optional<MobilePhone> legalRepPhone =
        check.value("legalRepPhone", form.legalRepPhone(), MobilePhone::parse, "PHONE_FORM");
    String address = check.text("registeredAddress", form.registeredAddress(), ADDRESS);
    String contactName = check.text("contactName", form.contactName(), PERSON_NAME);
    Optional<MobilePhone> contactPhone =
        check.value("contactPhone", form.contactPhone(), MobilePhone::parse, "PHONE_FORM");
    String province = check.text("province", form.province(), PLACE);
    String city = check.text("city", form.city(), PLACE);
    check.refuseUnlessClean();
    return new Organisation(
        0,
        accountId,
        name,
        documentType.orElseThrow(),
        creditCode.orElseThrow(),
        legalRepName,
        legalRepId.orElseThrow(),
        legalRepPhone.orElseThrow(),
        address,
        contactName,
        contactPhone.orElseThrow(),
        province,
        city,
        now,
        0,
        documentName);
  }

  /** A required number, with the exact defect when it is none. */
  static Optional<ResidentId> residentId(
      FormCheck check, String path, @Nullable String text, Instant now) {
    if (text != null && !text.isBlank()) {
      Optional<ResidentId.Defect> defect = ResidentId.defect(text);
      if (defect.isPresent()) {
        check.refuse(path, defect.get().code());
        return Optional.empty();
      }
    }
    Optional<ResidentId> id = check.value(path, text, ResidentId::parse, "ID_NO_FORM");
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.ofHours(8));
    if (id.isPresent() && id.get().birthDate().isAfter(today)) {
      check.refuse(path, ResidentId.Defect.BIRTH_DATE.code());
    }
    return id;
  }
}
