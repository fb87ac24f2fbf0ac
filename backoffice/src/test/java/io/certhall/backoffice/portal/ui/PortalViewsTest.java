package io.certhall.backoffice.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.account.ui.CaptchaField;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderContacts;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class PortalViewsTest extends Screen {

  private final TestOrders orders;
  private final OrderContacts contacts;
  private final ObjectProvider<CurrentHall> currentHall;

  PortalViewsTest(
      TestOrders orders, OrderContacts contacts, ObjectProvider<CurrentHall> currentHall) {
    this.orders = orders;
    this.contacts = contacts;
    this.currentHall = currentHall;
  }

  @Test
  void a_guest_chooses_a_hall_and_the_session_keeps_it() {
    open("halls");
    assertThat(words()).contains("甘肃中工国际");

    open("halls/gscamce");

    assertThat(words()).contains("甘肃中工国际数字证书网上大厅").contains("登录后办理");
    assertThat(currentHall.getObject().isChosen()).isTrue();
    assertThat(currentHall.getObject().get().hall()).isEqualTo("gscamce");
  }

  @Test
  void an_unknown_hall_says_so() {
    open("halls/nowhere");

    assertThat(words()).contains("无法打开");
  }

  @Test
  @Tag("GS-15")
  void a_hall_tells_how_it_goes_and_how_to_reach_it() {
    open("halls/gscamce");

    assertThat(words()).contains("办理须知").contains("0931-4000000").contains("审核通过后在线缴费");
  }

  @Test
  @Tag("GS-75")
  void the_price_list_says_what_a_price_is_for() {
    open("halls/gscamce/prices");

    assertThat(words())
        .contains("¥200.00 / 年")
        .contains("¥150.00 / 份")
        .contains("¥100.00 / 枚")
        .doesNotContain("示例价目");
  }

  @Test
  @Tag("GS-48")
  void the_calculator_follows_what_is_chosen() {
    open("halls/gscamce/prices");
    assertThat(words()).contains("¥450.00");

    find(IntegerField.class).single().setValue(2);
    assertThat(words()).contains("¥900.00");

    service().setValue(Service.NEW);
    find(IntegerField.class).single().setValue(7);
    assertThat(words()).contains("这样不能办理");
  }

  @Test
  void a_price_list_nobody_confirmed_is_marked_as_an_example() {
    open("halls/sdca/prices");

    assertThat(words()).contains("示例价目").contains("不能作为收费依据");
  }

  @Test
  void three_years_that_cost_as_much_as_four_are_pointed_out() {
    open("halls/gxca-suqian/prices");

    select(1).setValue(3);
    select(2).setValue(0);

    assertThat(words()).contains("办理3年与办理4年费用相同");
  }

  @Test
  void halls_for_individuals_price_them_too() {
    open("halls/cfca-suqian/prices");
    assertThat(words()).contains("新办（个人）");

    holder().setValue(Holder.PERSON);

    assertThat(words()).contains("¥120.00");
  }

  @Test
  void each_hall_has_its_own_name_and_contacts() {
    open("halls/chinagas");
    String name = words();
    open("halls/gxca-suqian");

    assertThat(name).contains("中燃");
    assertThat(words()).contains("国信").doesNotContain("中燃");
  }

  @Test
  @Tag("GS-57")
  void the_documents_of_a_service_are_listed_with_formats_and_samples() {
    open("halls/gscamce/materials");

    assertThat(words()).contains("证书申请表").contains("格式 PDF").contains("必传").contains("查看样例");
    assertThat(findInView(Anchor.class).all()).isNotEmpty();
  }

  @Test
  void the_status_of_an_order_shows_state_and_next_step_and_nothing_personal() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    open("status");

    ask(orderNo, phoneEnd(applicant, orderNo));

    assertThat(words()).contains("待审核").contains("等待审核员审核").contains("新办");
    assertThat(words()).doesNotContain("李四").doesNotContain(applicant.name());
  }

  @Test
  void a_wrong_phone_and_an_unknown_number_answer_alike_and_bring_the_captcha() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    open("status");
    ask(orderNo, "12");
    assertThat(words()).contains("请输入4位数字");

    ask("20200101000000000", "1234");
    String unknown = words();
    ask(orderNo, "0000");
    assertThat(words()).contains("没有查到");
    assertThat(unknown).contains("没有查到");
    ask(orderNo, "0001");

    assertThat(findInView(CaptchaField.class).single().isVisible()).isTrue();
    ask(orderNo, phoneEnd(applicant, orderNo));
    assertThat(words()).contains("图片验证码不正确").doesNotContain("等待审核员审核");
  }

  private String phoneEnd(Actor applicant, String orderNo) {
    return contacts.of(applicant, orderNo).agent().phone().substring(7);
  }

  @SuppressWarnings("unchecked")
  private Select<Integer> select(int index) {
    return (Select<Integer>)
        findInView(Select.class).all().stream()
            .filter(field -> !field.getElement().getProperty("label", "").isEmpty())
            .filter(field -> !"业务".equals(field.getElement().getProperty("label", "")))
            .toList()
            .get(index);
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Holder> holder() {
    return (RadioButtonGroup<Holder>) findInView(RadioButtonGroup.class).single();
  }

  @SuppressWarnings("unchecked")
  private Select<Service> service() {
    return (Select<Service>) findInView(Select.class).all().getFirst();
  }

  private void ask(String number, String phone) {
    findInView(TextField.class).all().get(0).setValue(number);
    findInView(TextField.class).all().get(1).setValue(phone);
    click("查询");
  }
}
