package io.certhall.backoffice.help.ui;

import io.certhall.backoffice.home.ui.PayOrder;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.HallSettings.Pin;
import io.certhall.processes.policy.PublishedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences of a topic, as they are true in one hall. */
final class HelpText {

  private final PublishedPolicy hall;
  private final HallSettings settings;
  private final List<String> lines = new ArrayList<>();

  HelpText(PublishedPolicy hall) {
    this.hall = hall;
    this.settings = hall.settings();
  }

  List<String> lines(HelpTopic topic) {
    switch (topic) {
      case APPLY -> apply();
      case PAY -> pay();
      case RENEW -> renew();
      case PIN -> pin();
      case LOSS -> loss();
      case INVOICE -> invoice();
    }
    return List.copyOf(lines);
  }

  private void apply() {
    say("APPLY.account");
    if (settings.profileApprovalRequired()) {
      say("APPLY.profile");
    }
    say("APPLY.form");
    say("APPLY.papers");
    say(paysFirst() ? "APPLY.payFirst" : "APPLY.payAfter");
    say("APPLY.rejected");
    say("APPLY.receive");
  }

  private void pay() {
    say(paysFirst() ? "PAY.first" : "PAY.after");
    say("PAY.methods", methods());
    HallSettings.BankAccount account = settings.bankAccount();
    if (account != null && settings.paymentMethods().contains("TRANSFER")) {
      say("PAY.transfer", account.name(), account.bank(), account.account());
    }
    say("PAY.free");
    say("PAY.refund");
  }

  private void renew() {
    Integer days =
        settings.service("RENEW").map(HallSettings.ServiceOffer::windowDays).orElse(null);
    if (days == null) {
      say("RENEW.anyTime");
    } else {
      say("RENEW.window", days);
    }
    say("RENEW.pick");
    say("RENEW.carried");
    say(settings.delivery("RENEW").isEmpty() ? "RENEW.self" : "RENEW.handedOver");
    say("RENEW.expired");
  }

  private void pin() {
    Pin pin = settings.pin();
    if (pin.initial() != null) {
      say("PIN.initial", pin.initial());
    } else {
      say("PIN.route." + pin.route());
    }
    if (pin.mustChange()) {
      say("PIN.mustChange");
    }
    say("PIN.locked");
    settings
        .service("UNLOCK")
        .filter(HallSettings.ServiceOffer::enabled)
        .ifPresent(unlock -> say(unlock.instant() ? "PIN.instant" : "PIN.request"));
    say("PIN.secret");
  }

  private void loss() {
    say("LOSS.atOnce");
    if (settings.offersService("REPORT_LOSS")) {
      say("LOSS.report");
    }
    if (settings.offersService("CANCEL_LOSS")) {
      say("LOSS.found");
    }
    if (settings.offersService("REPLACE")) {
      say("LOSS.replace");
    }
    if (settings.offersService("REVOKE")) {
      say("LOSS.revoke");
    }
  }

  private void invoice() {
    say("INVOICE.form");
    say("INVOICE.when", settings.calendar().invoiceWorkingDays());
    say("INVOICE.rejected");
  }

  private boolean paysFirst() {
    return PayOrder.of(hall) == PayOrder.BEFORE_REVIEW;
  }

  private String methods() {
    return settings.paymentMethods().stream()
        .map(method -> Texts.of("paymentMethod." + method))
        .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、"));
  }

  private void say(String key, Object... args) {
    lines.add(Texts.of("help." + key, args));
  }
}
