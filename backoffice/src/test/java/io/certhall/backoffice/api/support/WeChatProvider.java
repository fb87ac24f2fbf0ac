package io.certhall.backoffice.api.support;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider as far as these tests need it: opens payments, tells their state, signs reports. */
public final class WeChatProvider {

  static final String APP_ID = "wx8888888888888888";
  static final String MERCHANT_ID = "1900000001";
  static final String KEY_ID = "PUB_KEY_ID_0190000000120261120";
  static final String API_V3_KEY = "0123456789abcdef0123456789abcdef";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final WeChatProvider RUNNING = new WeChatProvider();

  private final KeyPair merchant = keyPair();
  private final KeyPair platform = keyPair();
  private final Map<String, JsonNode> opened = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> paid = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Tomcat server = new Tomcat();

  /** Tomcat: the SDK looks headers up by case, which the JDK's own server changes. */
  private WeChatProvider() {
    server.setHostname("127.0.0.1");
    server.setPort(0);
    Connector connector = server.getConnector();
    connector.setProperty("address", "127.0.0.1");
    server.setBaseDir(System.getProperty("java.io.tmpdir"));
    Context root = server.addContext("", null);
    Tomcat.addServlet(root, "transactions", new Transactions());
    root.addServletMappingDecoded("/v3/pay/transactions/*", "transactions");
    try {
      server.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Transactions extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      open(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      query(request, response);
    }
  }

  public static WeChatProvider running() {
    return RUNNING;
  }

  /** A report as it is sent. */
  public record Report(String body, Map<String, String> headers) {

    public String[] headerList() {
      return headers.entrySet().stream()
          .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue()))
          .toArray(String[]::new);
    }

    /** The same report with another content. */
    public Report with(String otherBody) {
      return new Report(otherBody, headers);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getConnector().getLocalPort());
  }

  PrivateKey merchantKey() {
    return merchant.getPrivate();
  }

  PublicKey platformKey() {
    return platform.getPublic();
  }

  /** What the hall sent to open this payment. */
  public JsonNode opened(String paymentNo) {
    return opened.get(paymentNo);
  }

  /** From now on a query says that it was paid. */
  public void pay(String paymentNo, long amountFen) {
    paid.put(paymentNo, transaction(paymentNo, amountFen, MERCHANT_ID));
  }

  /** A signed report of success. */
  public Report report(String paymentNo, long amountFen) {
    return report(transaction(paymentNo, amountFen, MERCHANT_ID), Instant.now());
  }

  public Report reportSignedAt(String paymentNo, long amountFen, Instant signedAt) {
    return report(transaction(paymentNo, amountFen, MERCHANT_ID), signedAt);
  }

  public Report reportForMerchant(String paymentNo, long amountFen, String merchantId) {
    return report(transaction(paymentNo, amountFen, merchantId), Instant.now());
  }

  public Report report(Map<String, Object> transaction, Instant signedAt) {
    String nonce = nonce();
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("original_type", "transaction");
    resource.put("algorithm", "AEAD_AES_256_GCM");
    resource.put("associated_data", "transaction");
    resource.put("nonce", nonce.substring(0, 12));
    resource.put("ciphertext", seal(nonce.substring(0, 12), JSON.writeValueAsString(transaction)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", "EV-" + nonce());
    body.put("create_time", "2026-11-20T10:00:00+08:00");
    body.put("resource_type", "encrypt-resource");
    body.put("event_type", "TRANSACTION.SUCCESS");
    body.put("summary", "支付成功");
    body.put("resource", resource);
    String text = JSON.writeValueAsString(body);
    return new Report(text, headers(text, signedAt));
  }

  public static Map<String, Object> transaction(
      String paymentNo, long amountFen, String merchantId) {
    Map<String, Object> transaction = new LinkedHashMap<>();
    transaction.put("appid", APP_ID);
    transaction.put("mchid", merchantId);
    transaction.put("out_trade_no", paymentNo);
    transaction.put("transaction_id", "42000" + paymentNo);
    transaction.put("trade_type", "NATIVE");
    transaction.put("trade_state", "SUCCESS");
    transaction.put("trade_state_desc", "支付成功");
    transaction.put("success_time", "2026-11-20T10:00:00+08:00");
    transaction.put("amount", Map.of("total", amountFen, "currency", "CNY"));
    return transaction;
  }

  private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    JsonNode asked = JSON.readTree(request.getInputStream().readAllBytes());
    String paymentNo = asked.path("out_trade_no").asString();
    opened.put(paymentNo, asked);
    answer(response, 200, Map.of("code_url", "weixin://wxpay/bizpayurl?pr=" + paymentNo));
  }

  private void query(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getRequestURI();
    String paymentNo = path.substring(path.lastIndexOf('/') + 1);
    Map<String, Object> known = paid.get(paymentNo);
    if (known != null) {
      answer(response, 200, known);
    } else if (opened.containsKey(paymentNo)) {
      Map<String, Object> open = transaction(paymentNo, 1, MERCHANT_ID);
      open.put("trade_state", "NOTPAY");
      open.remove("transaction_id");
      open.remove("success_time");
      answer(response, 200, open);
    } else {
      answer(response, 404, Map.of("code", "ORDER_NOT_EXIST", "message", "订单不存在"));
    }
  }

  private void answer(HttpServletResponse response, int status, Object body) throws IOException {
    String text = JSON.writeValueAsString(body);
    headers(text, Instant.now()).forEach(response::setHeader);
    response.setContentType("application/json; charset=utf-8");
    response.setStatus(status);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> headers(String body, Instant signedAt) {
    String timestamp = Long.toString(signedAt.getEpochSecond());
    String nonce = nonce();
    return Map.of(
        "Wechatpay-Timestamp",
        timestamp,
        "Wechatpay-Nonce",
        nonce,
        "Wechatpay-Serial",
        KEY_ID,
        "Wechatpay-Signature-Type",
        "WECHATPAY2-SHA256-RSA2048",
        "Request-ID",
        nonce(),
        "Wechatpay-Signature",
        sign(timestamp + "\n" + nonce + "\n" + body + "\n"));
  }

  private String sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(platform.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String seal(String nonce, String plain) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(API_V3_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
          new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
      cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String nonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
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
