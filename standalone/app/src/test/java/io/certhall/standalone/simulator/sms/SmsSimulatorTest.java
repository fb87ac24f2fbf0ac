package io.certhall.standalone.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.certhall.processes.notification.SmsFault;
import io.certhall.processes.notification.SmsGateway;
import io.certhall.processes.notification.SmsMessage;
import io.certhall.processes.notification.SmsReceipt;
import io.certhall.standalone.simulator.RunningSimulators;
import io.certhall.workers.notification.aliyun.AliyunSmsGateway;
import io.certhall.workers.notification.aliyun.AliyunSmsSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SmsSimulatorTest {

  private static final AtomicLong NEXT_PHONE = new AtomicLong(13800138000L);

  private static RunningSimulators world;
  private static SmsGateway gateway;

  /** Nobody else's in this test. */
  private final String phone = Long.toString(NEXT_PHONE.getAndIncrement());

  @BeforeAll
  static void start(@TempDir Path data) {
    world = RunningSimulators.start(data, 0);
    gateway = new AliyunSmsGateway(world.smsSettings());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static SmsMessage login(String phone, String code, String key) {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("code", code);
    params.put("minutes", "5");
    return new SmsMessage(phone, "证书大厅", "SMS_LOGIN", params, "验证码" + code, key);
  }

  private static JsonNode items(String phone) {
    return items(world, phone);
  }

  private static JsonNode items(RunningSimulators world, String phone) {
    return JsonMapper.shared()
        .readTree(world.get("/simulators/sms?phone=" + phone, "*/*").body())
        .path("items");
  }

  private SmsFault fault(SmsGateway by, SmsMessage message) {
    return assertThatExceptionOfType(SmsFault.class).isThrownBy(() -> by.send(message)).actual();
  }

  @Test
  void the_phone_shows_the_signature_and_the_whole_text() {
    SmsReceipt receipt = gateway.send(login(phone, "654321", phone + "-n-1"));

    assertThat(receipt.providerId()).isNotBlank();
    JsonNode item = items(phone).get(0);
    assertThat(item.path("text").asString()).isEqualTo("【证书大厅】登录验证码654321，5分钟内输入有效，请勿告诉他人。");
    assertThat(item.path("phone").asString()).isEqualTo(phone);
    assertThat(item.path("template").asString()).isEqualTo("SMS_LOGIN");
    assertThat(item.path("at").asString()).endsWith("Z");
  }

  @Test
  void messages_are_listed_newest_first_and_by_phone() {
    gateway.send(login(phone, "111111", phone + "-n-1"));
    gateway.send(login("13900139000", "222222", phone + "-n-2"));
    gateway.send(login(phone, "333333", phone + "-n-3"));

    assertThat(items(phone).size()).isEqualTo(2);
    assertThat(items(phone).get(0).path("text").asString()).contains("333333");
    assertThat(items("").size()).isGreaterThanOrEqualTo(3);
    assertThat(items("13700137000").size()).isZero();
  }

  @Test
  void the_same_message_sent_twice_arrives_once() {
    SmsReceipt first = gateway.send(login(phone, "654321", phone + "-n-1"));
    SmsReceipt second = gateway.send(login(phone, "654321", phone + "-n-1"));

    assertThat(second).isEqualTo(first);
    assertThat(items(phone).size()).isEqualTo(1);
  }

  @Test
  void a_message_without_parameters_is_sent() {
    gateway.send(
        new SmsMessage(phone, "证书大厅", "SMS_PLAIN", new LinkedHashMap<>(), "可以领取", phone + "-n-1"));

    assertThat(items(phone).get(0).path("text").asString()).isEqualTo("【证书大厅】您的证书已可以领取。");
  }

  @Test
  void awkward_characters_arrive_as_they_were_sent() {
    gateway.send(login(phone, "a b+c*d~e/f=g&h%i<j>", phone + "-n-1"));

    assertThat(items(phone).get(0).path("text").asString()).contains("a b+c*d~e/f=g&h%i<j>");
    assertThat(world.get("/simulators/sms", "text/html").body())
        .contains("h%i&lt;j&gt;")
        .doesNotContain("<j>");
  }

  @Test
  void a_request_signed_with_another_secret_is_refused_for_good() {
    AliyunSmsSettings ours = world.smsSettings();
    SmsGateway impostor =
        new AliyunSmsGateway(
            new AliyunSmsSettings(ours.accessKeyId(), "not-the-secret", ours.baseUrl()));

    SmsFault fault = fault(impostor, login(phone, "654321", phone + "-n-1"));

    assertThat(fault.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(fault.isPassing()).isFalse();
    assertThat(items(phone).size()).isZero();
  }

  @Test
  void an_unknown_access_key_is_refused() {
    AliyunSmsSettings ours = world.smsSettings();
    SmsGateway stranger =
        new AliyunSmsGateway(
            new AliyunSmsSettings("LTAI-other", ours.accessKeySecret(), ours.baseUrl()));

    assertThat(fault(stranger, login(phone, "654321", phone + "-n-1")).code())
        .isEqualTo("InvalidAccessKeyId.NotFound");
  }

  @Test
  void a_request_without_signature_is_refused() {
    var answer =
        world.postForm(
            "/simulators/sms/aliyun?PhoneNumbers=%s&SignName=%s&TemplateCode=SMS_PLAIN"
                .formatted(phone, URLEncoder.encode("证书大厅", StandardCharsets.UTF_8)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("IncompleteSignature");
    assertThat(items(phone).size()).isZero();
  }

  @Test
  void a_template_nobody_approved_is_refused_for_good() {
    SmsFault fault =
        fault(
            gateway,
            new SmsMessage(phone, "证书大厅", "SMS_NONE", new LinkedHashMap<>(), "文字", phone + "-n-1"));

    assertThat(fault.code()).isEqualTo("isv.SMS_TEMPLATE_ILLEGAL");
    assertThat(fault.isPassing()).isFalse();
  }

  @Test
  void a_missing_parameter_is_named() {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    params.put("code", "654321");

    SmsFault fault =
        fault(gateway, new SmsMessage(phone, "证书大厅", "SMS_LOGIN", params, "验证码", phone + "-n-1"));

    assertThat(fault.code()).isEqualTo("isv.TEMPLATE_MISSING_PARAMETERS");
    assertThat(fault.getMessage()).contains("minutes");
  }

  @Test
  void a_browser_gets_a_page() {
    gateway.send(login(phone, "654321", phone + "-n-1"));

    var page = world.get("/simulators/sms?phone=" + phone, "text/html,application/xhtml+xml");

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.body()).contains("短信（模拟）", "登录验证码654321", "value=\"" + phone + "\"");
    assertThat(world.get("/simulators/sms?lang=en", "text/html").body())
        .contains("Text messages (simulated)");
  }

  @Test
  void messages_survive_a_kill_and_are_still_known(@TempDir Path data) throws Exception {
    SmsReceipt first;
    try (RunningSimulators before = RunningSimulators.start(data, 0)) {
      first = new AliyunSmsGateway(before.smsSettings()).send(login(phone, "654321", "n-1"));
    }
    Files.writeString(
        data.resolve("simulators/sms/messages.jsonl"),
        "{\"at\":\"2026-",
        StandardOpenOption.APPEND);

    try (RunningSimulators after = RunningSimulators.start(data, 0)) {
      SmsGateway again = new AliyunSmsGateway(after.smsSettings());
      assertThat(again.send(login(phone, "654321", "n-1"))).isEqualTo(first);
      again.send(login(phone, "777777", "n-2"));
      assertThat(items(after, phone).size()).isEqualTo(2);
    }
  }
}
