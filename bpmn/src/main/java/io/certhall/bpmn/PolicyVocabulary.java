package io.certhall.bpmn;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words a pack may use, because the hall's other modules know what they mean. */
final class PolicyVocabulary {

  /** What workers exist for; a job of another type would wait for ever. */
  static final Set<String> JOB_TYPES =
      Set.of(
          "issue-certificates",
          "issue-invoice",
          "complete-order",
          "close-order",
          "send-reminder",
          "request-refund");

  static final Set<String> QUEUES =
      Set.of(
          "review",
          "payment",
          "correct",
          "production",
          "dispatch",
          "receive",
          "pickup",
          "finance",
          "remote",
          "administrator");

  /** States in which an order waits for somebody. */
  static final Set<String> STATES =
      Set.of(
          "IDENTITY_PENDING",
          "ADMIN_REVIEW",
          "PAYMENT_PENDING",
          "PAYMENT_CHECKING",
          "REVIEW_PENDING",
          "REJECTED",
          "KEY_INBOUND",
          "ISSUE_PENDING",
          "UPDATE_PENDING",
          "UPDATE_FAILED",
          "REMOTE_PENDING",
          "SHIP_PENDING",
          "SHIPPED",
          "PICKUP_PENDING");

  static final Set<String> ACTORS =
      Set.of("APPLICANT", "REVIEWER", "PRODUCER", "DISPATCHER", "FINANCE");

  static final Set<String> CLOSE_REASONS = Set.of("PAYMENT_TIMEOUT", "REJECTED_TIMEOUT");

  static final List<String> SERVICES =
      List.of(
          "NEW",
          "RENEW",
          "REPLACE",
          "CHANGE",
          "UNLOCK",
          "REVOKE",
          "REPORT_LOSS",
          "CANCEL_LOSS",
          "ADD_SEAL",
          "EXCHANGE");

  static final Set<String> CERTIFICATE_TYPES =
      Set.of("ORG", "ORG_BUSINESS", "ORG_PERSON", "LEGAL_REP", "PERSON");

  static final List<String> DELIVERY_METHODS = List.of("COURIER", "PICKUP", "DOWNLOAD");

  static final Set<String> PAYMENT_METHODS = Set.of("WECHAT", "ALIPAY", "TRANSFER");

  /** The variables of an instance, each with the values that conditions have to tell apart. */
  static final Map<String, List<Object>> VARIABLES =
      Map.of(
          "orderNo", List.of("20261120120000001"),
          "round", List.of(1, 2),
          "hall", List.of("gscamce"),
          "service", List.copyOf(SERVICES),
          "dueFen", List.of(-1, 0, 1),
          "approved", List.of(true, false),
          "deliveryMethod", List.copyOf(DELIVERY_METHODS),
          "invoiceWanted", List.of(true, false));

  private PolicyVocabulary() {}
}
