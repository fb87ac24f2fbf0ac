package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.db.generated.Tables.INVOICE;
import static io.certhall.db.generated.Tables.ORDER_REJECTION;
import static io.certhall.db.generated.Tables.SHIPMENT;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.LocalText;
import io.certhall.bpmn.MessageTemplate;
import io.certhall.processes.order.Order;
import io.certhall.processes.policy.PublishedPolicy;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Values for placeholders; only what a template asks for is looked up. */
@Component
class MessageFacts {

  private static final int LONGEST_REASON = 200;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("M月d日HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private static final LocalText WHEN_DUE = new LocalText("到期", "it is due");
  private static final LocalText PAYING_ACCOUNT = new LocalText("原支付账户", "the account that paid");

  private final DSLContext dsl;
  private final NextSteps nextSteps;

  MessageFacts(DSLContext dsl, NextSteps nextSteps) {
    this.dsl = dsl;
    this.nextSteps = nextSteps;
  }

  MessageValues of(
      PublishedPolicy policy, Order order, MessageTemplate template, Map<String, String> given) {
    Map<String, LocalText> values = new HashMap<>(MessageValues.same(given).texts());
    if (given.containsKey("amountFen")) {
      values.put("amount", LocalText.same(yuan(Long.parseLong(given.get("amountFen")))));
    }
    if (given.containsKey("method")) {
      values.put("channel", channel(given.get("method")));
    }
    String paidStep = given.get("paidStep");
    values.remove("paidStep");
    Parcel parcel = null;
    for (String name : template.placeholders()) {
      if (values.containsKey(name)) {
        continue;
      }
      if (name.equals("nextStep") && paidStep != null) {
        values.put(name, nextSteps.after(policy, order, paidStep));
      } else if (name.equals("carrier") || name.equals("trackingNo")) {
        parcel = parcel == null ? shipment(order) : parcel;
        values.put(
            name, LocalText.same(name.equals("carrier") ? parcel.carrier() : parcel.trackingNo()));
      } else {
        values.put(name, value(policy, order, name));
      }
    }
    return new MessageValues(values);
  }

  private LocalText value(PublishedPolicy policy, Order order, String name) {
    HallSettings settings = policy.settings();
    return switch (name) {
      case "hall" -> settings.shortName();
      case "tel" -> LocalText.same(settings.contacts().phone());
      case "cutoff" -> LocalText.same(String.valueOf(settings.calendar().shippingCutoff()));
      case "orderNo" -> LocalText.same(order.orderNo());
      case "amount" -> LocalText.same(yuan(order.dueFen()));
      case "service" -> serviceTitle(settings, order);
      case "nextStep" -> nextSteps.afterPayment(policy, order);
      case "deadline" -> deadline(order);
      case "channel" -> PAYING_ACCOUNT;
      case "place" -> settings.pickup().place();
      case "hours" -> settings.pickup().hours();
      case "pickupDocs" -> settings.pickup().documents();
      case "reason" -> LocalText.same(reasons(order));
      case "platform" -> settings.name();
      case "address" -> settings.contacts().address();
      case "certName" -> LocalText.same(order.applicantName());
      case "invoiceNo" -> LocalText.same(invoiceNo(order));
      default -> LocalText.same("");
    };
  }

  private static LocalText channel(String method) {
    return switch (method) {
      case "WECHAT" -> new LocalText("微信支付", "WeChat Pay");
      case "ALIPAY" -> new LocalText("支付宝", "Alipay");
      case "TRANSFER" -> new LocalText("付款银行账户", "the paying bank account");
      default -> PAYING_ACCOUNT;
    };
  }

  private static LocalText serviceTitle(HallSettings settings, Order order) {
    return settings.services().stream()
        .filter(offer -> offer.code().equals(order.service().name()))
        .map(HallSettings.ServiceOffer::title)
        .findFirst()
        .orElse(LocalText.same(order.service().name()));
  }

  private String reasons(Order order) {
    String joined =
        String.join(
            "；",
            dsl.select(ORDER_REJECTION.TEXT)
                .from(ORDER_REJECTION)
                .where(
                    ORDER_REJECTION.ORDER_NO.eq(order.orderNo()),
                    ORDER_REJECTION.ROUND.eq(order.round()))
                .orderBy(ORDER_REJECTION.SEQ)
                .fetch(ORDER_REJECTION.TEXT));
    return shortened(joined);
  }

  /** The day on which the open step ends; without one the sentence still reads. */
  private LocalText deadline(Order order) {
    return dsl.select(HUMAN_TASK.DUE_AT)
        .from(HUMAN_TASK)
        .where(
            HUMAN_TASK.ORDER_NO.eq(order.orderNo()),
            HUMAN_TASK.COMPLETED_AT.isNull(),
            HUMAN_TASK.DUE_AT.isNotNull())
        .orderBy(HUMAN_TASK.ID.desc())
        .limit(1)
        .fetchOptional(HUMAN_TASK.DUE_AT)
        .map(due -> new LocalText(DAY.format(due), ENGLISH_DAY.format(due)))
        .orElse(WHEN_DUE);
  }

  /** Reasons written by people, short enough for a text message; never half a character. */
  static String shortened(String reason) {
    return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
  }

  private record Parcel(String carrier, String trackingNo) {}

  private Parcel shipment(Order order) {
    return dsl.select(SHIPMENT.CARRIER, SHIPMENT.TRACKING_NO)
        .from(SHIPMENT)
        .where(SHIPMENT.ORDER_NO.eq(order.orderNo()))
        .fetchOptional(row -> new Parcel(row.value1(), row.value2()))
        .orElse(new Parcel("", ""));
  }

  private String invoiceNo(Order order) {
    return dsl.select(INVOICE.INVOICE_NO)
        .from(INVOICE)
        .where(INVOICE.ORDER_NO.eq(order.orderNo()), INVOICE.SLOT.eq("LIVE"))
        .fetchOptional(INVOICE.INVOICE_NO)
        .orElse("");
  }

  /** 65000 → 650, 65050 → 650.50 */
  private static String yuan(long fen) {
    BigDecimal yuan = BigDecimal.valueOf(fen, 2);
    return fen % 100 == 0 ? Long.toString(fen / 100) : yuan.toPlainString();
  }
}
