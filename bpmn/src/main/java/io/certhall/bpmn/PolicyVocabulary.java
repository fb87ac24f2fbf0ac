package io.certhall.bpmn;

import static java.util.Map.entry;

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
          "apply-certificate-change",
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
          "administrator",
          "identity",
          "inbound",
          "update",
          "install",
          "repair");

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

  static final List<String> HOLDERS = List.of("ORGANISATION", "PERSON");

  static final List<String> CHANGES = List.of("NAME", "LEGAL_REP", "SEAL");

  static final Set<String> CERTIFICATE_TYPES =
      Set.of("ORG", "ORG_BUSINESS", "ORG_PERSON", "LEGAL_REP", "PERSON");

  static final List<String> DELIVERY_METHODS = List.of("COURIER", "PICKUP", "DOWNLOAD");

  static final Set<String> PAYMENT_METHODS = Set.of("WECHAT", "ALIPAY", "TRANSFER");

  /** What people prove who they are with. */
  static final List<String> ID_DOCUMENTS =
      List.of(
          "RESIDENT_ID",
          "PASSPORT",
          "OFFICER_ID",
          "HK_MACAO_PERMIT",
          "TAIWAN_PERMIT",
          "RESIDENCE_PERMIT",
          "OTHER");

  /** How people sign in. */
  static final List<String> LOGINS = List.of("USERNAME", "COMPANY", "PHONE_CODE");

  private static final List<Object> YES_OR_NO = List.of(true, false);

  /** The variables of an instance, each with the values that conditions have to tell apart. */
  static final Map<String, List<Object>> VARIABLES =
      Map.ofEntries(
          entry("orderNo", List.of("20261120120000001")),
          entry("round", List.of(1, 2)),
          entry("hall", List.of("gscamce")),
          entry("service", List.copyOf(SERVICES)),
          entry("holder", List.copyOf(HOLDERS)),
          entry("dueFen", List.of(-1, 0, 1)),
          entry("deliveryMethod", List.copyOf(DELIVERY_METHODS)),
          entry("invoiceWanted", YES_OR_NO),
          entry("approved", YES_OR_NO),
          entry("voucher", YES_OR_NO),
          entry("installed", YES_OR_NO),
          entry("handOver", YES_OR_NO),
          entry("done", YES_OR_NO));

  private PolicyVocabulary() {}
}
