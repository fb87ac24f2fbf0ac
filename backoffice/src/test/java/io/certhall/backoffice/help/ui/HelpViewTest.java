package io.certhall.backoffice.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.certhall.backoffice.support.Screen;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpViewTest extends Screen {

  @ParameterizedTest
  @CsvSource({"apply,服务协议", "pay,微信支付", "pin,连续输错10次", "loss,立即处理", "invoice,个工作日内"})
  void each_topic_has_its_page(String topic, String words) {
    open("halls/gscamce/help/" + topic);

    assertThat(words()).contains(words).contains("0931-4000000");
  }

  @ParameterizedTest
  @CsvSource({
    "gxca-suqian/help/pin,初始口令是 123456",
    "gxca-suqian/help/pay,付款后才进入审核",
    "szca-hunan/help/pay,对公转账",
    "szca-hunan/help/pin,小额转账附言",
    "cfca-suqian/help/pay,审核通过后"
  })
  void help_says_what_is_true_in_each_hall(String page, String words) {
    open("halls/" + page);

    assertThat(words()).contains(words);
  }

  @Test
  void help_is_complete_in_english() {
    UI.getCurrent().setLocale(Locale.ENGLISH);

    open("halls/gscamce/help");

    assertThat(words()).contains("How to apply").contains("Register with a mobile phone");
  }
}
