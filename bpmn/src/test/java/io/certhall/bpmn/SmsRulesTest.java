package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsRulesTest {

  @Test
  void all_text_messages_that_ship_keep_the_rules() {
    assertThat(MessageCatalog.of(TestPacks.gscamce()).all())
        .filteredOn(MessageTemplate::isSms)
        .isNotEmpty()
        .allSatisfy(template -> assertThat(SmsRules.faults(template)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "订单{orderNo}【重要】 | 【】",
        "应缴¥{amount} | 【】",
        "订单{orderNo}代开发票 | 代开发票",
        "证书年检通知{orderNo} | 年检",
        "{orderNo}的订单{orderNo} | only once",
        "订单{orderNo}{amount}元 | touch",
        "{orderNo} | more than variables",
        "登录密码{code}，请勿告诉他人 | 验证码",
        "请拨打13912345678 | contact numbers",
        "0931-1234567、400-123-4567、95588 | contact numbers"
      })
  void what_a_provider_would_refuse_is_told(String words, String fault) {
    assertThat(faults(words)).singleElement().extracting(LocalText::en).asString().contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【{hall}】订单{orderNo}已付款",
        "验证码{code}，{minutes}分钟内有效",
        "请致电0931-1234567或400-123-4567"
      })
  void what_a_provider_accepts_is_not_told(String words) {
    assertThat(faults(words)).isEmpty();
  }

  @Test
  void a_text_message_has_at_most_500_characters_without_its_signature() {
    assertThat(faults("【{hall}】" + "字".repeat(500))).isEmpty();
    assertThat(faults("字".repeat(501))).hasSize(1);
    assertThat(faults("【{hall}】")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"甘肃中工国际", "CA大厅"})
  void a_signature_of_two_to_twelve_characters_is_fine(String signature) {
    assertThat(SmsRules.signatureFault(signature)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"甘", "一二三四五六七八九十一二三", "甘肃 中工", "中工（国际）", "测试大厅"})
  void another_signature_is_refused(String signature) {
    assertThat(SmsRules.signatureFault(signature)).isPresent();
  }

  private static List<LocalText> faults(String words) {
    return SmsRules.faults(
        new MessageTemplate(
            "MSG-00", List.of(MessageTemplate.Channel.SMS), new LocalText(words, words)));
  }
}
