package io.certhall.backoffice.announcement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.security.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UpdateRequestsViewTest extends Screen {

  private final Fixtures fixtures;

  UpdateRequestsViewTest(Fixtures fixtures) {
    this.fixtures = fixtures;
  }

  @Test
  @Tag("GX-61")
  @SuppressWarnings("unchecked")
  void a_manager_asks_for_an_update_within_a_deadline() {
    signIn(fixtures.staff(Role.MANAGER));
    open("admin/update-requests");
    click("通知持有人");
    assertThat(words()).contains("请选择大厅").contains("此项必填");

    findInView(Select.class).single().setValue("gxca-suqian");
    findInView(DatePicker.class).single().setValue(LocalDate.now().plusDays(60));
    type("原因", "算法升级");
    click("通知持有人");

    assertThat(words()).contains("已提出的要求").contains("算法升级").contains("张证书未更新");
  }

  @Test
  void others_do_not_get_there() {
    signIn(fixtures.staff(Role.REVIEWER));

    open("admin/update-requests");

    assertThat(words()).doesNotContain("通知持有人");
  }
}
