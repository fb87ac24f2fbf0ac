package io.certhall.backoffice.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.support.Screen;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HomeServicesTest extends Screen {

  private final TestOrders orders;

  HomeServicesTest(TestOrders orders) {
    this.orders = orders;
  }

  @Test
  @Tag("GS-21")
  void the_services_of_the_hall_are_offered_with_their_conditions() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    open("halls/gscamce");

    navigate(HomeView.class);

    assertThat(words())
        .contains("新办", "首次申请数字证书和电子印章")
        .contains("续期", "证书到期前90天内")
        .contains("补办", "证书或介质遗失")
        .contains("解锁", "口令输错10次或忘记口令");
  }
}
