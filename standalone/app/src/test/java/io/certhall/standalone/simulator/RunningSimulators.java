package io.certhall.standalone.simulator;

import io.certhall.backoffice.payment.alipay.AlipayGateway;
import io.certhall.backoffice.payment.alipay.AlipaySettings;
import io.certhall.backoffice.payment.wechat.WeChatPayGateway;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PrepayOrder;
import io.certhall.standalone.simulator.alipay.SimulatedAlipayMerchants;
import io.certhall.standalone.simulator.sms.SimulatedSmsKeys;
import io.certhall.standalone.simulator.wechat.SimulatedWeChatKeys;
import io.certhall.workers.notification.aliyun.AliyunSmsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The simulators on a free port of this machine, with everything tests ask of them. */
public final class RunningSimulators implements AutoCloseable {

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final ConfigurableApplicationContext context;
  private final int port;

  private RunningSimulators(ConfigurableApplicationContext context) {
    this.context = context;
    this.port =
        Integer.parseInt(
            Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  /** On {@code port} 0 a free one is taken. */
  public static RunningSimulators start(Path data, int port) {
    return new RunningSimulators(
        new SpringApplicationBuilder(SimulatedWorld.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.main.banner-mode=off",
                "--certhall.simulators.enabled=true",
                "--certhall.simulators.wechatpay.retry-after=100ms,100ms,200ms,400ms",
                "--certhall.simulators.alipay.retry-after=100ms,100ms,200ms,400ms",
                "--certhall.data=" + data));
  }

  public int port() {
    return port;
  }

  public ToldMerchant merchant() {
    return context.getBean(ToldMerchant.class);
  }

  public SimulatedWeChatKeys keys() {
    return context.getBean(SimulatedWeChatKeys.class);
  }

  public WeChatPaySettings weChatSettings() {
    return keys().gatewaySettings(address("/simulators/wechatpay"));
  }

  public WeChatPayGateway weChat() {
    return new WeChatPayGateway(weChatSettings());
  }

  public SimulatedAlipayMerchants alipayMerchants() {
    return context.getBean(SimulatedAlipayMerchants.class);
  }

  public AlipaySettings alipaySettings(String hall) {
    return alipayMerchants().gatewaySettings(hall, address("/simulators/alipay/gateway.do"));
  }

  public AlipayGateway alipay(String hall) {
    return new AlipayGateway(alipaySettings(hall));
  }

  public PrepayOrder alipayOrder(String paymentNo, long amountFen) {
    return new PrepayOrder(
        paymentNo,
        "证书服务费",
        amountFen,
        Instant.now().plus(Duration.ofMinutes(30)),
        address("/callbacks/alipay/sdca"));
  }

  public AliyunSmsSettings smsSettings() {
    return context
        .getBean(SimulatedSmsKeys.class)
        .gatewaySettings(address("/simulators/sms/aliyun"));
  }

  public PrepayOrder order(String paymentNo, long amountFen) {
    return new PrepayOrder(
        paymentNo,
        "证书服务费",
        amountFen,
        Instant.now().plus(Duration.ofMinutes(30)),
        address("/callbacks/wechatpay/sdca"));
  }

  public static NotificationRequest request(ToldMerchant.Told told) {
    return new NotificationRequest(told.headers(), told.body());
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public HttpResponse<String> get(String path, String accept) {
    return send(HttpRequest.newBuilder(address(path)).header("Accept", accept).GET());
  }

  public HttpResponse<String> postJson(String path, String json) {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> postForm(String path) {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("the simulator did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    context.close();
    http.shutdownNow();
  }
}
