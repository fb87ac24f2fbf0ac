package io.certhall.backoffice.home.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.certhall.backoffice.organisation.ui.ProfileView;
import io.certhall.backoffice.review.ui.ReviewView;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.ProfileDefect;
import io.certhall.processes.organisation.ProfileReview;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HomeViewTest extends Screen {

  private static final String HALL = TestOrders.HALL;

  private final Fixtures fixtures;
  private final OrganisationProfiles profiles;
  private final ProfileReview review;
  private final TestOrders orders;
  private final TestCertificates certificates;
  private final TestSteps steps;
  private final HumanTasks tasks;

  HomeViewTest(
      Fixtures fixtures,
      OrganisationProfiles profiles,
      ProfileReview review,
      TestOrders orders,
      TestCertificates certificates,
      TestSteps steps,
      HumanTasks tasks) {
    this.fixtures = fixtures;
    this.profiles = profiles;
    this.review = review;
    this.orders = orders;
    this.certificates = certificates;
    this.steps = steps;
    this.tasks = tasks;
  }

  @Test
  @Tag("GS-15")
  void a_guest_sees_the_services_with_their_conditions_and_the_way_in() {
    navigate(HomeView.class);
    assertThat(words()).contains("甘肃中工国际数字证书网上大厅").contains("进入大厅");

    open("halls/" + HALL);

    assertThat(words())
        .contains("新办")
        .contains("首次申请数字证书和电子印章")
        .contains("证书到期前90天内")
        .contains("登录后办理")
        .contains("办理须知");
  }

  @Test
  @Tag("GS-02")
  void without_a_profile_the_page_says_so_and_leads_there() {
    signIn(fixtures.applicant());
    open("halls/" + HALL);
    navigate(HomeView.class);
    assertThat(words()).contains("请先完善企业信息");
    assertThat(offers("立即办理")).isFalse();

    click("前往企业信息");

    assertThat(getCurrentView()).isInstanceOf(ProfileView.class);
  }

  @Test
  @Tag("GS-04")
  @Tag("AC-01")
  void the_gate_opens_with_the_approval() {
    Actor applicant = fixtures.applicant();
    long organisation = profiles.save(applicant, Fixtures.profile()).organisation().id();
    signIn(applicant);
    open("halls/" + HALL);
    navigate(HomeView.class);
    assertThat(words()).contains("企业信息尚未提交审核");

    profiles.submit(applicant, HALL);
    reopen();
    assertThat(words()).contains("企业信息正在审核");
    assertThat(offers("立即办理")).isFalse();

    review.approve(fixtures.staff(Role.REVIEWER), organisation, HALL);
    reopen();
    assertThat(offers("立即办理")).isTrue();
  }

  @Test
  void a_rejected_profile_shows_the_reason() {
    Actor applicant = fixtures.applicant();
    long organisation = profiles.save(applicant, Fixtures.profile()).organisation().id();
    profiles.submit(applicant, HALL);
    review.reject(
        fixtures.staff(Role.REVIEWER),
        organisation,
        HALL,
        List.of(new ProfileDefect("name", null, "单位名称与营业执照不一致")));
    signIn(applicant);
    open("halls/" + HALL);

    navigate(HomeView.class);

    assertThat(words()).contains("企业信息未通过审核").contains("单位名称与营业执照不一致");
  }

  @Test
  void what_waits_for_the_applicant_stands_on_top() {
    Actor applicant = orders.applicant();
    String orderNo = orders.draft(applicant);
    signIn(applicant);
    open("halls/" + HALL);

    navigate(HomeView.class);

    assertThat(words()).contains("待您处理").contains(orderNo).contains("轮到您：填好资料并提交");
  }

  @Test
  void a_certificate_about_to_expire_stands_on_the_page_with_its_renewal() {
    Actor applicant = orders.applicant();
    certificates.issue(applicant, 20);
    signIn(applicant);
    open("halls/" + HALL);

    navigate(HomeView.class);

    assertThat(words()).contains("需要处理的证书").contains("即将到期").contains("甘肃持证建设有限公司");
    click("续期");
    assertThat(words()).contains("续期申请");
  }

  @Test
  void the_hall_of_the_newest_order_is_taken_when_none_is_chosen() {
    Actor applicant = orders.applicant();
    orders.draft(applicant);
    signIn(applicant);

    navigate(HomeView.class);

    assertThat(words()).contains("甘肃中工国际数字证书网上大厅").contains("办理业务");
  }

  @Test
  void staff_see_their_desk_and_no_services() {
    signIn(fixtures.staff(Role.REVIEWER));

    navigate(HomeView.class);

    assertThat(words()).contains("工作台");
    assertThat(offers("立即办理")).isFalse();
  }

  @Test
  void staff_take_the_next_task_from_the_first_page() {
    String orderNo = orders.submitted(orders.applicant());
    HumanTask task = steps.review(orderNo);
    Actor reviewer = fixtures.staff(Role.REVIEWER);
    tasks.claim(reviewer, task.id());
    signIn(reviewer);

    navigate(HomeView.class);

    assertThat(words()).contains("接下来（最急的在前）").contains("订单审核 · 新办 · " + orderNo);
    click("继续办理");
    assertThat(getCurrentView()).isInstanceOf(ReviewView.class);
  }

  private void reopen() {
    UI.getCurrent().navigate("account");
    navigate(HomeView.class);
  }
}
