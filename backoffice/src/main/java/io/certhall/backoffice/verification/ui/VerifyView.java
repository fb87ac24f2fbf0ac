package io.certhall.backoffice.verification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.verification.CertificateLookup;
import io.certhall.processes.verification.PublicCertificate;
import io.certhall.processes.verification.Verification;
import io.certhall.processes.verification.Verification.SignedBy;
import io.certhall.processes.verification.Verification.Verdict;
import java.util.List;
import java.util.function.Supplier;

/** Looks certificates up and verifies certificates and signatures, without login. */
@Route(value = "verify", layout = MainLayout.class)
@AnonymousAllowed
public class VerifyView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST_CERTIFICATE = 64 * 1024;
  private static final int LARGEST_SIGNATURE = 1024 * 1024;
  private static final int LARGEST_FILE = 20 * 1024 * 1024;

  private final transient CertificateLookup lookup;
  private final transient Verification verification;
  private final transient CertificateFacts facts;

  VerifyView(CertificateLookup lookup, Verification verification) {
    super(Texts.of("verify.title"));
    this.lookup = lookup;
    this.verification = verification;
    this.facts = new CertificateFacts(verification);
    setLead(Texts.of("verify.lead"));
    add(search(), certificate(), signature());
  }

  private Card search() {
    TextField serial = field("verify.serial");
    TextField code = field("verify.creditCode");
    TextField name = field("verify.name");
    Form form = new Form();
    form.errors.bind("serial", serial);
    form.errors.bind("creditCode", code);
    form.errors.bind("name", name);
    ActionButton bySerial =
        ActionButton.primary(
            Texts.of("verify.bySerial"),
            () -> form.answer(() -> cards(List.of(lookup.bySerial(serial.getValue(), address())))));
    bySerial.addClickShortcut(Key.ENTER).listenOn(serial);
    ActionButton byName =
        ActionButton.primary(
            Texts.of("verify.byName"),
            () ->
                form.answer(
                    () ->
                        cards(lookup.byOrganisation(code.getValue(), name.getValue(), address()))));
    return new Card(
        Texts.of("verify.search"),
        form.summary,
        question(serial, bySerial),
        question(code, name, byName),
        form.result);
  }

  private static Div question(Component... parts) {
    Div row = new Div(parts);
    row.addClassName("question");
    return row;
  }

  private Card certificate() {
    FileField file = new FileField(Texts.of("verify.certificateFile"), LARGEST_CERTIFICATE);
    Form form = new Form();
    ActionButton check =
        ActionButton.primary(
            Texts.of("verify.checkCertificate"),
            () -> {
              if (isChosen(file)) {
                form.answer(
                    () -> cards(List.of(verification.certificate(file.content(), address()))));
              }
            });
    return new Card(Texts.of("verify.aCertificate"), form.summary, file, check, form.result);
  }

  private Card signature() {
    FileField content = new FileField(Texts.of("verify.contentFile"), LARGEST_FILE);
    FileField signature = new FileField(Texts.of("verify.signatureFile"), LARGEST_SIGNATURE);
    FileField given = new FileField(Texts.of("verify.signersCertificate"), LARGEST_CERTIFICATE);
    TextField serial = field("verify.signersSerial");
    Form form = new Form();
    form.errors.bind("serial", serial);
    ActionButton check =
        ActionButton.primary(
            Texts.of("verify.checkSignature"),
            () -> {
              if (isChosen(content) & isChosen(signature)) {
                form.answer(
                    () ->
                        verification
                            .signature(
                                content.content(),
                                signature.content(),
                                given.content(),
                                serial.getValue(),
                                address())
                            .stream()
                            .map(this::verdict)
                            .toList());
              }
            });
    return new Card(
        Texts.of("verify.aSignature"),
        form.summary,
        content,
        signature,
        given,
        serial,
        check,
        form.result);
  }

  private static boolean isChosen(FileField file) {
    file.complain(file.content().length == 0 ? Texts.of("verify.fileMissing") : "");
    return file.content().length > 0;
  }

  private List<Component> cards(List<PublicCertificate> certificates) {
    return certificates.stream().<Component>map(facts::card).toList();
  }

  private Component verdict(SignedBy signed) {
    Div all =
        new Div(
            new StatusBadge(
                Texts.of(signed.verdict()),
                signed.verdict() == Verdict.VERIFIED ? Tone.DONE : Tone.WRONG));
    all.addClassName("stack");
    if (signed.certificate() != null) {
      all.add(facts.card(signed.certificate()));
    }
    return all;
  }

  private static TextField field(String label) {
    TextField field = new TextField(Texts.of(label));
    field.setAutocomplete(Autocomplete.OFF);
    return field;
  }

  private static String address() {
    VaadinServletRequest request = VaadinServletRequest.getCurrent();
    return request == null ? "" : String.valueOf(request.getRemoteAddr());
  }

  /** Errors above, answers below. */
  private static final class Form {

    private final ErrorSummary summary = new ErrorSummary();
    private final FieldErrors errors = new FieldErrors(summary);
    private final Div result = new Div();

    Form() {
      result.addClassName("stack");
      result.getElement().setAttribute("aria-live", "polite");
    }

    void answer(Supplier<List<Component>> question) {
      result.removeAll();
      errors.clear();
      try {
        result.add(question.get());
      } catch (Refusal refused) {
        errors.show(refused);
      }
    }
  }
}
