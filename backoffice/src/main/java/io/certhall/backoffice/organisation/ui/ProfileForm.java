package io.certhall.backoffice.organisation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.account.RegisteredUnit;
import io.certhall.processes.organisation.InstitutionDocument;
import io.certhall.processes.organisation.Organisation;
import io.certhall.processes.organisation.OrganisationForm;
import io.certhall.processes.organisation.SharedSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an organisation's profile (GS-17). */
class ProfileForm extends Div {

  private static final long serialVersionUID = 1L;

  private final transient FieldErrors errors;
  private final TextField name;
  private final Select<InstitutionDocument> documentType = new Select<>();
  private final TextField creditCode;
  private final TextField legalRepName;
  private final TextField legalRepIdNo;
  private final TextField legalRepPhone;
  private final TextField registeredAddress;
  private final TextField contactName;
  private final TextField contactPhone;
  private final TextField province;
  private final TextField city;
  private final TextField documentName;
  private @Nullable Integer version;

  ProfileForm(FieldErrors errors) {
    this.errors = errors;
    name = field("name");
    creditCode = field("creditCode");
    legalRepName = field("legalRepName");
    legalRepIdNo = field("legalRepIdNo");
    legalRepPhone = field("legalRepPhone");
    registeredAddress = field("registeredAddress");
    contactName = field("contactName");
    contactPhone = field("contactPhone");
    province = field("province");
    city = field("city");
    documentName = field("documentName");
    documentType.setLabel(Texts.of("profile.documentType"));
    documentType.setItems(InstitutionDocument.values());
    documentType.setItemLabelGenerator(Texts::of);
    documentType.setValue(InstitutionDocument.CREDIT_CODE);
    errors.bind("documentType", documentType);
    documentName.setMaxLength(60);
    documentName.setVisible(false);
    documentType.addValueChangeListener(
        change -> documentName.setVisible(change.getValue() == InstitutionDocument.OTHER));
    name.setAutocomplete(Autocomplete.ORGANIZATION);
    registeredAddress.addClassName("wide");
    LiveCheck.creditCode(errors, "creditCode", creditCode);
    LiveCheck.residentId(errors, "legalRepIdNo", legalRepIdNo);
    LiveCheck.phone(errors, "legalRepPhone", legalRepPhone);
    LiveCheck.phone(errors, "contactPhone", contactPhone);
    add(
        new H3(Texts.of("profile.unit")),
        group(name, documentType, documentName, creditCode, province, city, registeredAddress),
        new H3(Texts.of("profile.legalRep")),
        group(legalRepName, legalRepIdNo, legalRepPhone),
        new H3(Texts.of("profile.contact")),
        group(contactName, contactPhone));
    addClassName("form");
  }

  /** What a new organisation most likely enters. */
  void suggest(String hallProvince, String hallCity) {
    province.setValue(hallProvince);
    city.setValue(hallCity);
  }

  /** What was said at the registration. */
  void suggest(RegisteredUnit unit) {
    name.setValue(unit.name() == null ? "" : unit.name());
    creditCode.setValue(unit.creditCode() == null ? "" : unit.creditCode());
  }

  /** What the shared platform knows; it is changed there, not here (GS-14). */
  void take(SharedSubject subject, String platform) {
    name.setValue(subject.name());
    documentType.setValue(subject.documentType());
    creditCode.setValue(subject.creditCode().value());
    legalRepName.setValue(subject.legalRepName());
    registeredAddress.setValue(subject.registeredAddress());
    province.setValue(subject.province());
    city.setValue(subject.city());
    keptBy(platform);
  }

  /** Marks what the platform keeps. */
  void keptBy(String platform) {
    String source = Texts.of("profile.sharedBy", platform);
    for (TextField field :
        List.of(name, creditCode, legalRepName, registeredAddress, province, city)) {
      field.setReadOnly(true);
      field.setHelperText(source);
    }
    documentType.setReadOnly(true);
    documentType.setHelperText(source);
  }

  String creditCode() {
    return creditCode.getValue();
  }

  void read(Organisation organisation) {
    name.setValue(organisation.name());
    documentType.setValue(organisation.documentType());
    creditCode.setValue(organisation.creditCode().value());
    legalRepName.setValue(organisation.legalRepName());
    legalRepIdNo.setValue(organisation.legalRepId().value());
    legalRepPhone.setValue(organisation.legalRepPhone().value());
    registeredAddress.setValue(organisation.registeredAddress());
    contactName.setValue(organisation.contactName());
    contactPhone.setValue(organisation.contactPhone().value());
    province.setValue(organisation.province());
    city.setValue(organisation.city());
    documentName.setValue(organisation.documentName() == null ? "" : organisation.documentName());
    version = organisation.version();
  }

  OrganisationForm form() {
    return new OrganisationForm(
        name.getValue(),
        documentType.getValue() == null ? null : documentType.getValue().name(),
        creditCode.getValue(),
        legalRepName.getValue(),
        legalRepIdNo.getValue(),
        legalRepPhone.getValue(),
        registeredAddress.getValue(),
        contactName.getValue(),
        contactPhone.getValue(),
        province.getValue(),
        city.getValue(),
        version,
        documentName.getValue());
  }

  private TextField field(String path) {
    TextField field = errors.bind(path, new TextField(Texts.of("profile." + path)));
    field.setRequiredIndicatorVisible(true);
    return field;
  }

  private static Div group(com.vaadin.flow.component.Component... fields) {
    Div group = new Div(fields);
    group.addClassName("fields");
    return group;
  }
}
