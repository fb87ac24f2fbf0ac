package io.certhall.processes.invoice;

import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an invoice must be told; a special one needs address and bank too. */
final class InvoiceFormCheck {

  private static final Pattern TAX_NO = Pattern.compile("[0-9A-Z]{15,20}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int LONGEST = 200;

  private InvoiceFormCheck() {}

  /**
   * @param byMail the invoice goes to the mail address
   * @throws Refusal RULE with everything that is missing or wrong
   */
  static void check(OrderForm.InvoiceForm form, boolean byMail) {
    List<Problem> problems = new ArrayList<>();
    if (form.kind() == null || form.kind() == InvoiceKind.NONE) {
      problems.add(Problem.of("kind", "FIELD_REQUIRED"));
    }
    required(problems, "title", form.title());
    String taxNo = InvoiceDetails.text(form.taxNo());
    if (taxNo != null && !TAX_NO.matcher(taxNo).matches()) {
      problems.add(Problem.of("taxNo", "TAX_NO_INVALID"));
    }
    if (form.kind() == InvoiceKind.SPECIAL) {
      if (taxNo == null) {
        problems.add(Problem.of("taxNo", "FIELD_REQUIRED"));
      }
      required(problems, "registeredAddress", form.registeredAddress());
      required(problems, "registeredPhone", form.registeredPhone());
      required(problems, "bank", form.bank());
      required(problems, "bankAccount", form.bankAccount());
    }
    String email = InvoiceDetails.text(form.email());
    if (email != null && !EMAIL.matcher(email).matches()) {
      problems.add(Problem.of("email", "EMAIL_INVALID"));
    } else if (email == null && byMail) {
      problems.add(Problem.of("email", "FIELD_REQUIRED"));
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
  }

  private static void required(List<Problem> problems, String path, @Nullable String value) {
    if (value == null || value.isBlank()) {
      problems.add(Problem.of(path, "FIELD_REQUIRED"));
    } else if (value.length() > LONGEST) {
      problems.add(Problem.of(path, "TEXT_TOO_LONG", LONGEST));
    }
  }
}
