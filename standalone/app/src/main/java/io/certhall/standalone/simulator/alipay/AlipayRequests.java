package io.certhall.standalone.simulator.alipay;

import io.certhall.standalone.simulator.alipay.AlipayProvider.PrecreateAsk;
import io.certhall.standalone.simulator.alipay.AlipayProvider.RefundAsk;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a merchant's {@code biz_content}; a wrong field is refused by name. */
final class AlipayRequests {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_-]{1,64}");
  private static final Pattern YUAN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
  private static final int LONGEST_SUBJECT = 256;
  private static final int LONGEST_REASON = 256;

  private AlipayRequests() {}

  static PrecreateAsk precreate(String bizContent, @Nullable String notifyUrl) {
    JsonNode json = tree(bizContent);
    return new PrecreateAsk(
        outTradeNo(json),
        atMost(json, "subject", LONGEST_SUBJECT),
        fen(json, "total_amount"),
        notifyUrl(notifyUrl),
        expiry(json));
  }

  static String outTradeNo(String bizContent) {
    return outTradeNo(tree(bizContent));
  }

  static RefundAsk refund(String bizContent) {
    JsonNode json = tree(bizContent);
    return new RefundAsk(
        outTradeNo(json),
        matching(json, "out_request_no"),
        fen(json, "refund_amount"),
        json.path("refund_reason").isMissingNode()
            ? ""
            : atMost(json, "refund_reason", LONGEST_REASON));
  }

  static String outRequestNo(String bizContent) {
    return matching(tree(bizContent), "out_request_no");
  }

  private static String outTradeNo(JsonNode json) {
    return matching(json, "out_trade_no");
  }

  private static JsonNode tree(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw AlipayRefusal.parameter("biz_content", "不是 JSON");
    }
    throw AlipayRefusal.parameter("biz_content", "不是 JSON 对象");
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isString() || value.asString().isBlank()) {
      throw AlipayRefusal.parameter(field, "不能为空");
    }
    return value.asString();
  }

  private static String matching(JsonNode json, String field) {
    String value = text(json, field);
    if (!NUMBER.matcher(value).matches()) {
      throw AlipayRefusal.parameter(field, "须符合 " + NUMBER.pattern());
    }
    return value;
  }

  private static String atMost(JsonNode json, String field, int longest) {
    String value = text(json, field);
    if (value.length() > longest) {
      throw AlipayRefusal.parameter(field, "超过 " + longest + " 个字符");
    }
    return value;
  }

  private static long fen(JsonNode json, String field) {
    String yuan = text(json, field);
    long fen =
        YUAN.matcher(yuan).matches() ? new BigDecimal(yuan).movePointRight(2).longValueExact() : 0;
    if (fen <= 0) {
      throw AlipayRefusal.parameter(field, "须为大于 0、最多两位小数的金额");
    }
    return fen;
  }

  private static URI notifyUrl(@Nullable String text) {
    try {
      URI url = URI.create(text == null ? "" : text);
      if (("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw AlipayRefusal.parameter("notify_url", "不是网址");
    }
    throw AlipayRefusal.parameter("notify_url", "须为完整网址");
  }

  private static @Nullable Instant expiry(JsonNode json) {
    if (json.path("time_expire").isMissingNode()) {
      return null;
    }
    try {
      return AlipaySignatures.TIME.parse(text(json, "time_expire"), Instant::from);
    } catch (DateTimeException e) {
      throw AlipayRefusal.parameter("time_expire", "须为 yyyy-MM-dd HH:mm:ss");
    }
  }
}
