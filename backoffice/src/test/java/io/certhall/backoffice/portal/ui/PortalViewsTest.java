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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @Tag("GS-80")
  @Tag("CFCA-01")
  @Tag("CFCA-02")
  @Tag("CFCA-04")
  @Tag("GX-03")
  @Tag("GX-07")
  @Tag("GX-58")
  @Tag("GX-69")
  @Tag("SD-01")
  @Tag("SD-02")
  @Tag("ZR-01")
  @Tag("ZR-08")
  @Tag("SZ-15")
  @CsvSource({
    "gscamce, 安装证书管理工具",
    "cfca-suqian, 可在网上办理（首次办理推荐）",
    "cfca-suqian, 窗口办理",
    "cfca-suqian, 适用于宿迁市的建设工程",
    "gxca-suqian, 三种办理方式",
    "gxca-suqian, Chrome",
    "gxca-suqian, 不要插入证书介质",
    "gxca-suqian, 诚信库补全",
    "sdca, 诚信库入库",
    "sdca, CA网上办理",
    "chinagas, 用平台账号和密码登录",
    "chinagas, 投标人不需要",
    "szca-hunan, 以招标文件的要求为准"
  })
  void each_hall_tells_what_to_know_before_applying(String hall, String words) {
    open("halls/" + hall);

    assertThat(words()).contains(words);
  }

  @ParameterizedTest
  @Tag("GS-101")
  @Tag("CFCA-39")
  @Tag("GX-76")
  @Tag("SD-44")
  @Tag("ZR-32")
  @Tag("SZ-41")
  @CsvSource({
    "gscamce, 0931-4000000 0931-4000001 800000001",
    "cfca-suqian, 0527-8400000 800000002",
    "gxca-suqian, 0527-8500000 0527-85000001 800000003",
    "sdca, 0539-8600000 0539-8600001",
    "chinagas, 400-800-0000 400-800-0001",
    "szca-hunan, 0731-8700000 0731-8700001"
  })
  void each_hall_is_reached_by_its_lines_and_has_help(String hall, String numbers) {
    open("halls/" + hall);
    assertThat(words()).contains(numbers.split(" "));

    open("halls/" + hall + "/help");
    assertThat(words()).contains("如何申请", "如何缴费", numbers.split(" ")[0]);
  }

  @Test
  @Tag("SD-11")
  void the_standing_banner_of_a_hall_is_on_its_page_and_on_the_applicants_home() {
    String banner = "请只在本平台付款";
    open("halls/sdca");
    assertThat(words()).contains(banner);
    open("halls/gscamce");
    assertThat(words()).doesNotContain(banner);

    signIn(orders.applicant());
    open("halls/sdca");
    open("");
    assertThat(words()).contains(banner);
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
