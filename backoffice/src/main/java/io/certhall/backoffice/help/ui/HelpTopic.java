package io.certhall.backoffice.help.ui;

import io.certhall.processes.policy.PublishedPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What help is about; its words are in the bundle {@code help}. */
enum HelpTopic {
  APPLY,
  PAY,
  RENEW,
  PIN,
  LOSS,
  INVOICE;

  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<HelpTopic> ofPath(String path) {
    return Arrays.stream(values()).filter(topic -> topic.path().equals(path)).findFirst();
  }

  /** Without topics about services the hall does not offer. */
  static List<HelpTopic> of(PublishedPolicy hall) {
    return Arrays.stream(values())
        .filter(topic -> topic != RENEW || hall.settings().offersService("RENEW"))
        .toList();
  }
}
