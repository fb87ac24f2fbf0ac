package io.certhall.processes.notification;

import io.certhall.processes.account.VerificationCodeSender;
import io.certhall.processes.account.VerificationCodes;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.RefusalTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** MSG-01. Before a hall is chosen the platform speaks in its own name, with any hall's words. */
@Component
class VerificationCodeMessages implements VerificationCodeSender {

  private static final String MESSAGE = "MSG-01";

  private final Notifications notifications;
  private final PublishedPolicies policies;

  VerificationCodeMessages(Notifications notifications, PublishedPolicies policies) {
    this.notifications = notifications;
    this.policies = policies;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String hall, String purpose, String phone, String code, int minutes) {
    Map<String, String> values = new HashMap<>();
    values.put("code", code);
    values.put("minutes", Integer.toString(minutes));
    String sender = hall;
    if (hall.equals(VerificationCodes.NO_HALL)) {
      values.put("hall", RefusalTexts.text("PLATFORM_NAME", List.of(), Locale.CHINESE));
      sender = anyHall();
    }
    notifications.toAccount(
        sender, MESSAGE, MESSAGE + ":" + UUID.randomUUID(), null, phone, values);
  }

  private String anyHall() {
    return policies.active().stream()
        .map(PublishedPolicy::hall)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no hall is published: no words for a code"));
  }
}
