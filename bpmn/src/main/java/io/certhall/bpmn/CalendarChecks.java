package io.certhall.bpmn;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours, PIN, transfers, reminders of {@code hall.yaml}. */
final class CalendarChecks {

  private static final Pattern PIN = Pattern.compile("[0-9A-Za-z]{6,16}");
  private static final Pattern ACCOUNT = Pattern.compile("\\d[\\d ]{7,38}\\d");

  private final HallSettings settings;
  private final ServiceChecks.Report error;

  CalendarChecks(HallSettings settings, ServiceChecks.Report error) {
    this.settings = settings;
    this.error = error;
  }

  void run() {
    HallSettings.Calendar calendar = settings.calendar();
    if (calendar.workingHours().isEmpty()) {
      error.tell("calendar.workingHours", "LIST_EMPTY", "至少要有一项", "needs at least one entry");
    }
    LocalTime last = LocalTime.MIN;
    for (String span : calendar.workingHours()) {
      int dash = span.indexOf('-');
      LocalTime from = dash < 0 ? null : time(span.substring(0, dash));
      LocalTime to = dash < 0 ? null : time(span.substring(dash + 1));
      if (from == null || to == null || !from.isBefore(to) || from.isBefore(last)) {
        invalid("calendar.workingHours", span);
        break;
      }
      last = to;
    }
    if (calendar.shippingCutoff() != null && time(calendar.shippingCutoff()) == null) {
      invalid("calendar.shippingCutoff", calendar.shippingCutoff());
    }
    if (calendar.reviewWorkingDays() != null && calendar.reviewWorkingDays() < 1) {
      invalid("calendar.reviewWorkingDays", calendar.reviewWorkingDays().toString());
    }
    if (calendar.invoiceWorkingDays() < 1) {
      invalid("calendar.invoiceWorkingDays", Integer.toString(calendar.invoiceWorkingDays()));
    }
    String initial = settings.pin().initial();
    if (initial != null && !PIN.matcher(initial).matches()) {
      invalid("pin.initial", initial);
    }
    transfers();
    settings.expiryReminders().stream()
        .filter(days -> days < 1)
        .forEach(days -> invalid("expiryReminders", days.toString()));
  }

  private void transfers() {
    HallSettings.BankAccount account = settings.bankAccount();
    if (account != null && !ACCOUNT.matcher(account.account()).matches()) {
      invalid("bankAccount.account", account.account());
    }
    if (account == null && settings.paymentMethods().contains("TRANSFER")) {
      error.tell(
          "bankAccount", "SETTING_MISSING", "接受转账时必须写明收款账户", "transfers need an account to go to");
    }
  }

  private static @Nullable LocalTime time(String text) {
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private void invalid(String path, String value) {
    error.tell(path, "VALUE_INVALID", "格式不对：" + value, "not valid: " + value);
  }
}
