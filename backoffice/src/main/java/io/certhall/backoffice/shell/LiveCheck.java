package io.certhall.backoffice.shell;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.refusal.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks of single fields while they are typed; the services check again. */
public final class LiveCheck {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

  private LiveCheck() {}

  public static void phone(FieldErrors errors, String path, TextField field) {
    on(errors, path, field, text -> code(path, MobilePhone.parse(text).isPresent(), "PHONE_FORM"));
  }

  public static void email(FieldErrors errors, String path, TextField field) {
    on(errors, path, field, text -> code(path, EMAIL.matcher(text).matches(), "EMAIL_INVALID"));
  }

  public static void residentId(FieldErrors errors, String path, TextField field) {
    on(
        errors,
        path,
        field,
        text -> ResidentId.defect(text).map(defect -> Problem.of(path, defect.code())));
  }

  /** A number of the document that is chosen; of a resident identity card also its check digit. */
  public static void document(
      FieldErrors errors, String path, TextField field, Select<IdentityDocument> document) {
    Function<String, Optional<Problem>> defect =
        text ->
            document.getValue() == IdentityDocument.RESIDENT_ID
                ? ResidentId.defect(text).map(wrong -> Problem.of(path, wrong.code()))
                : code(
                    path,
                    document.getValue().form().matcher(text.toUpperCase(Locale.ROOT)).matches(),
                    document.getValue().defect());
    on(errors, path, field, defect);
    document.addValueChangeListener(
        change -> {
          String text = field.getValue().strip();
          errors.mark(path, text.isEmpty() ? null : defect.apply(text).map(Texts::of).orElse(null));
        });
  }

  /** A wrong check digit is only worth a hint. */
  public static void creditCode(FieldErrors errors, String path, TextField field) {
    on(
        errors,
        path,
        field,
        text -> code(path, CreditCode.parse(text).isPresent(), "CREDIT_CODE_FORM"));
    field.addValueChangeListener(
        change ->
            field.setHelperText(
                CreditCode.parse(change.getValue())
                    .filter(code -> !code.hasRightCheckDigit())
                    .map(code -> Texts.of(Problem.of(path, "CREDIT_CODE_CHECK_DIGIT")))
                    .orElse(null)));
  }

  private static void on(
      FieldErrors errors,
      String path,
      TextField field,
      Function<String, Optional<Problem>> defect) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.addValueChangeListener(
        change -> {
          String text = change.getValue().strip();
          errors.mark(path, text.isEmpty() ? null : defect.apply(text).map(Texts::of).orElse(null));
        });
  }

  private static Optional<Problem> code(String path, boolean fine, String code) {
    return fine ? Optional.empty() : Optional.of(Problem.of(path, code));
  }
}
