package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.wechat.WeChatProvider.PrepayAsk;
import io.certhall.standalone.simulator.wechat.WeChatProvider.RefundAsk;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a merchant's request; a wrong field is refused by name. */
final class WeChatRequests {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern TRADE_NO = Pattern.compile("[0-9A-Za-z_\\-|*]{6,32}");
  private static final Pattern REFUND_NO = Pattern.compile("[0-9A-Za-z_\\-|*@]{1,64}");
  private static final int LONGEST_DESCRIPTION = 127;
  private static final int LONGEST_REASON = 80;

  private final SimulatedWeChatKeys keys;

  WeChatRequests(SimulatedWeChatKeys keys) {
    this.keys = keys;
  }

  PrepayAsk prepay(String body) {
    JsonNode json = tree(body);
    requireMerchant(json);
    if (!keys.appId().equals(text(json, "appid"))) {
      throw new WeChatRefusal(HttpStatus.BAD_REQUEST, "APPID_MCHID_NOT_MATCH", "appid和mchid不匹配");
    }
    return new PrepayAsk(
        matching(json, "out_trade_no", TRADE_NO),
        atMost(json, "description", LONGEST_DESCRIPTION),
        amount(json, "total"),
        notifyUrl(json),
        expiry(json));
  }

  void close(String body) {
    requireMerchant(tree(body));
  }

  void requireMerchant(@Nullable String mchid) {
    if (!keys.merchantId().equals(mchid)) {
      throw WeChatRefusal.parameter("mchid", "与签名商户不一致");
    }
  }

  RefundAsk refund(String body) {
    JsonNode json = tree(body);
    long refundFen = amount(json, "refund");
    long totalFen = amount(json, "total");
    if (refundFen > totalFen) {
      throw WeChatRefusal.parameter("amount.refund", "大于 amount.total");
    }
    return new RefundAsk(
        matching(json, "out_refund_no", REFUND_NO),
        matching(json, "out_trade_no", TRADE_NO),
        json.path("reason").isMissingNode() ? "" : atMost(json, "reason", LONGEST_REASON),
        refundFen,
        totalFen);
  }

  private void requireMerchant(JsonNode json) {
    requireMerchant(text(json, "mchid"));
  }

  private static JsonNode tree(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw WeChatRefusal.parameter("body", "不是 JSON");
    }
    throw WeChatRefusal.parameter("body", "不是 JSON 对象");
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isString() || value.asString().isBlank()) {
      throw WeChatRefusal.parameter(field, "不能为空");
    }
    return value.asString();
  }

  private static String matching(JsonNode json, String field, Pattern shape) {
    String value = text(json, field);
    if (!shape.matcher(value).matches()) {
      throw WeChatRefusal.parameter(field, "须符合 " + shape.pattern());
    }
    return value;
  }

  private static String atMost(JsonNode json, String field, int longest) {
    String value = text(json, field);
    if (value.length() > longest) {
      throw WeChatRefusal.parameter(field, "超过 " + longest + " 个字符");
    }
    return value;
  }

  private static long amount(JsonNode json, String field) {
    JsonNode amount = json.path("amount");
    if (!"CNY".equals(amount.path("currency").asString("CNY"))) {
      throw WeChatRefusal.parameter("amount.currency", "仅支持 CNY");
    }
    JsonNode value = amount.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asLong() <= 0) {
      throw WeChatRefusal.parameter("amount." + field, "须为大于 0 的整数（分）");
    }
    return value.asLong();
  }

  private static URI notifyUrl(JsonNode json) {
    try {
      URI url = URI.create(text(json, "notify_url"));
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web && url.getHost() != null && url.getQuery() == null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw WeChatRefusal.parameter("notify_url", "不是网址");
    }
    throw WeChatRefusal.parameter("notify_url", "须为不带参数的完整网址");
  }

  private static @Nullable Instant expiry(JsonNode json) {
    if (json.path("time_expire").isMissingNode()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text(json, "time_expire")).toInstant();
    } catch (DateTimeException e) {
      throw WeChatRefusal.parameter("time_expire", "须为 RFC 3339 时间");
    }
  }
}
