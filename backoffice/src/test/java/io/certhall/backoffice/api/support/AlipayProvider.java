package io.certhall.backoffice.api.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Alipay as far as these tests need it: opens codes and signs reports. */
public final class AlipayProvider {

  static final String APP_ID = "2021000000000001";
  static final String SELLER_ID = "2088000000000001";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final AlipayProvider RUNNING = new AlipayProvider();

  private final KeyPair application = keyPair();
  private final KeyPair platform = keyPair();
  private final HttpServer server;

  private AlipayProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/gateway.do", this::precreate);
    server.start();
  }

  public static AlipayProvider running() {
    return RUNNING;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/gateway.do");
  }

  KeyPair application() {
    return application;
  }

  KeyPair platform() {
    return platform;
  }

  private void precreate(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String content =
        "{\"code\":\"10000\",\"msg\":\"Success\",\"qr_code\":\"https://qr.alipay.com/baxtest\"}";
    byte[] answer =
        ("{\"alipay_trade_precreate_response\":"
                + content
                + ",\"sign\":\""
                + sign(platform.getPrivate(), content)
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** What is reported of a payment; tests change what they like before it is signed. */
  public Map<String, String> fields(String paymentNo, String yuan) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("notify_time", TIME.format(Instant.now()));
    fields.put("notify_type", "trade_status_sync");
    fields.put("notify_id", UUID.randomUUID().toString().replace("-", ""));
    fields.put("app_id", APP_ID);
    fields.put("seller_id", SELLER_ID);
    fields.put("trade_no", "2026" + paymentNo);
    fields.put("out_trade_no", paymentNo);
    fields.put("subject", "数字证书服务费");
    fields.put("trade_status", "TRADE_SUCCESS");
    fields.put("total_amount", yuan);
    fields.put("gmt_payment", TIME.format(Instant.now()));
    return fields;
  }

  /** The signed form as it is posted. */
  public String report(Map<String, String> fields) {
    return report(fields, platform.getPrivate());
  }

  /** The same, signed by someone else. */
  public String forged(Map<String, String> fields) {
    return report(fields, application.getPrivate());
  }

  private static String report(Map<String, String> fields, PrivateKey key) {
    String content =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("&"));
    Map<String, String> all = new TreeMap<>(fields);
    all.put("sign_type", "RSA2");
    all.put("sign", sign(key, content));
    return all.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String sign(PrivateKey key, String content) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(key);
      rsa.update(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
