package io.certhall.processes.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.HallSettings.Pin.Route;
import io.certhall.processes.order.Holder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretRouteTest {

  @Test
  @Tag("SZ-33")
  void an_organisation_that_paid_by_app_gets_the_pin_in_a_transfer() {
    assertThat(SecretRoute.of(Route.TRANSFER_REMARK, Holder.ORGANISATION, "WECHAT"))
        .isEqualTo(SecretRoute.TRANSFER_REMARK);
    assertThat(SecretRoute.of(Route.TRANSFER_REMARK, Holder.ORGANISATION, "ALIPAY"))
        .isEqualTo(SecretRoute.TRANSFER_REMARK);
  }

  @Test
  @Tag("SZ-34")
  void who_paid_by_transfer_gets_a_text_message() {
    assertThat(SecretRoute.of(Route.TRANSFER_REMARK, Holder.ORGANISATION, "TRANSFER"))
        .isEqualTo(SecretRoute.SMS_OPERATOR);
    assertThat(SecretRoute.of(Route.TRANSFER_REMARK, Holder.PERSON, "TRANSFER"))
        .isEqualTo(SecretRoute.SMS_HOLDER);
  }

  @Test
  void a_person_gets_a_text_message_and_a_usual_pin_is_not_delivered() {
    assertThat(SecretRoute.of(Route.TRANSFER_REMARK, Holder.PERSON, "WECHAT"))
        .isEqualTo(SecretRoute.SMS_HOLDER);
    assertThat(SecretRoute.of(Route.SMS_OPERATOR, Holder.PERSON, null))
        .isEqualTo(SecretRoute.SMS_HOLDER);
    assertThat(SecretRoute.of(Route.TRANSFER_REMARK, Holder.ORGANISATION, null))
        .isEqualTo(SecretRoute.SMS_OPERATOR);
    assertThat(SecretRoute.of(Route.NONE, Holder.PERSON, "WECHAT")).isEqualTo(SecretRoute.NONE);
  }
}
