package io.certhall.bpmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code services} of {@code hall.yaml}: whether each service says what it needs. */
final class ServiceChecks {

  /** Where findings go. */
  interface Report {
    void tell(String path, String code, String zh, String en);
  }

  private final HallSettings settings;
  private final Report error;

  ServiceChecks(HallSettings settings, Report error) {
    this.settings = settings;
    this.error = error;
  }

  void run() {
    settings.services().forEach(this::service);
  }

  private void service(HallSettings.ServiceOffer offer) {
    String path = "services." + offer.code();
    known(path + ".holders", offer.holders(), settings.holders());
    if (offer.holders().isEmpty()) {
      error.tell(path + ".holders", "LIST_EMPTY", "至少要有一项", "needs at least one entry");
    }
    if (offer.delivery() != null) {
      known(path + ".delivery", offer.delivery(), PolicyVocabulary.DELIVERY_METHODS);
    }
    known(path + ".changes", offer.changes(), PolicyVocabulary.CHANGES);
    if (offer.enabled() && offer.code().equals("CHANGE") && offer.changes().isEmpty()) {
      error.tell(path + ".changes", "LIST_EMPTY", "请列出可以变更的内容", "say what can be changed");
    }
    if (offer.windowDays() != null) {
      range(path + ".windowDays", offer.windowDays(), 1, 3650);
    }
    range(path + ".graceDays", offer.graceDays(), 0, 3650);
    if (offer.years() != null) {
      range(path + ".years.min", offer.years().min(), 1, 10);
      range(path + ".years.max", offer.years().max(), offer.years().min(), 10);
    }
    if (offer.deadline() != null) {
      range(path + ".deadline.requestHours", offer.deadline().requestHours(), 1, 1000);
      range(path + ".deadline.doneHours", offer.deadline().doneHours(), 1, 1000);
    }
    if (offer.instant() && !offer.code().equals("UNLOCK")) {
      error.tell(path + ".instant", "VALUE_INVALID", "只有解锁可以即时办理", "only UNLOCK can be instant");
    }
    if (offer.code().equals("NEW") == offer.certificate()) {
      error.tell(
          path + ".certificate",
          "VALUE_INVALID",
          "只有新办不针对已有证书",
          "only NEW works without a certificate that exists");
    }
  }

  private void known(String path, List<String> given, Collection<String> known) {
    List<String> unknown = new ArrayList<>(given);
    unknown.removeAll(known);
    for (String word : unknown) {
      error.tell(
          path,
          "WORD_UNKNOWN",
          "不认识：" + word + "，可用：" + String.join("、", known),
          "unknown: " + word + "; one of " + String.join(", ", known));
    }
  }

  private void range(String path, int value, int min, int max) {
    if (value < min || value > max) {
      error.tell(
          path,
          "VALUE_RANGE",
          "应在" + min + "到" + max + "之间，现为" + value,
          "must be from " + min + " to " + max + ", not " + value);
    }
  }
}
