package io.certhall.workers.notification;

import io.certhall.bpmn.MessageTemplate;
import io.certhall.processes.notification.PendingSms;
import io.certhall.processes.notification.ProviderTemplate;
import io.certhall.processes.notification.SmsFault;
import io.certhall.processes.notification.SmsGateway;
import io.certhall.processes.notification.SmsMessage;
import io.certhall.processes.notification.SmsReceipt;
import io.certhall.processes.policy.PublishedPolicies;

/** Puts one stored message into the provider's form and sends it. */
final class SmsSender {

  private final SmsGateway gateway;
  private final SmsSettings settings;
  private final PublishedPolicies policies;

  SmsSender(SmsGateway gateway, SmsSettings settings, PublishedPolicies policies) {
    this.gateway = gateway;
    this.settings = settings;
    this.policies = policies;
  }

  /**
   * @throws SmsFault passing or permanent; permanent too when the message does not fit its template
   */
  SmsReceipt send(PendingSms sms) {
    return gateway.send(message(sms));
  }

  private SmsMessage message(PendingSms sms) {
    MessageTemplate template =
        policies
            .active(sms.hall())
            .messages()
            .find(sms.messageId())
            .orElseThrow(
                () ->
                    SmsFault.permanent(
                        "NO_TEMPLATE", sms.messageId() + " is not in the policy any more", null));
    try {
      return new SmsMessage(
          sms.phone(),
          signName(sms),
          settings.templateId(sms.hall(), sms.messageId()),
          ProviderTemplate.of(template).fill(sms.values()),
          sms.text(),
          sms.idempotencyKey());
    } catch (IllegalArgumentException e) {
      throw SmsFault.permanent("NOT_SENDABLE", String.valueOf(e.getMessage()), e);
    }
  }

  private String signName(PendingSms sms) {
    String fixed = settings.signName();
    return fixed == null || fixed.isBlank()
        ? sms.values().getOrDefault("hall", policies.active(sms.hall()).settings().shortName().zh())
        : fixed;
  }
}
