package io.certhall.processes.issuance;

import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.policy.PublishedPolicies;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** News about certificates, where the hall's policy has words for them. */
@Component
class UpdateNotices {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(CHINA);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("M月d日HH:mm").withZone(CHINA);

  private final Notifications notifications;
  private final PublishedPolicies policies;
  private final CertificateRegister register;
  private final Clock clock;

  UpdateNotices(
      Notifications notifications,
      PublishedPolicies policies,
      CertificateRegister register,
      Clock clock) {
    this.notifications = notifications;
    this.policies = policies;
    this.register = register;
    this.clock = clock;
  }

  /** The holder's key took the new certificate. */
  void updated(Order order, int itemSeq) {
    HeldCertificate issued = register.issuedFor(order.orderNo()).get(itemSeq);
    if (issued != null) {
      send(
          order,
          "MSG-72",
          issued.serial(),
          Map.of(
              "certName", issued.commonName(),
              "from", DAY.format(clock.instant()),
              "to", DAY.format(issued.notAfter())));
    }
  }

  void sealAdded(Order order, HeldCertificate certificate, String sealNames, int sealCount) {
    send(
        order,
        "MSG-28",
        certificate.serial(),
        Map.of(
            "certName", certificate.commonName(),
            "sealName", sealNames,
            "n", Integer.toString(sealCount)));
  }

  /** The applicant's key arrived. */
  void received(Order order, String keySerial) {
    send(order, "MSG-53", keySerial, Map.of("serial", keySerial));
  }

  void lossLifted(Order order, HeldCertificate certificate) {
    about(order, "MSG-63", certificate, "");
  }

  void revoked(Order order, HeldCertificate certificate) {
    about(order, "MSG-55", certificate, "");
    about(order, "MSG-74", certificate, "已吊销");
  }

  private void about(Order order, String message, HeldCertificate certificate, String result) {
    Instant now = clock.instant();
    send(
        order,
        message,
        certificate.serial(),
        Map.of(
            "certName", certificate.commonName(),
            "serial", certificate.serial(),
            "time", TIME.format(now),
            "result", result));
  }

  private void send(Order order, String message, String key, Map<String, String> values) {
    if (policies
        .under(order.hall(), order.policyVersionId())
        .messages()
        .find(message)
        .isPresent()) {
      notifications.aboutOrder(order, message, message + ":" + order.orderNo() + ":" + key, values);
    }
  }
}
