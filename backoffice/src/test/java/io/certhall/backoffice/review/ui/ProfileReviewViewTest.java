package io.certhall.backoffice.review.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.organisation.Approval;
import io.certhall.processes.organisation.ApprovalState;
import io.certhall.processes.organisation.ApprovalStates;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileReviewViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final OrganisationProfiles profiles;
  private final ApprovalStates approvals;
  private final TaskQuery tasks;
  private Actor owner = Actor.SYSTEM;
  private OrganisationView organisation;
  private long taskId;

  ProfileReviewViewTest(
      Fixtures fixtures, OrganisationProfiles profiles, ApprovalStates approvals, TaskQuery tasks) {
    this.fixtures = fixtures;
    this.profiles = profiles;
    this.approvals = approvals;
    this.tasks = tasks;
    this.owner = fixtures.applicant();
    this.organisation = profiles.save(owner, Fixtures.profile()).organisation();
  }

  @BeforeEach
  void a_submitted_profile() {
    profiles.submit(owner, TestOrders.HALL);
    Actor reviewer = fixtures.staff(Role.REVIEWER);
    taskId =
        tasks
            .page(
                reviewer,
                new TaskQuery.Filter(TaskQueue.PROFILE, null, null, false, organisation.name()),
                0,
                1)
            .getFirst()
            .id();
    signIn(reviewer);
  }

  @Test
  void a_profile_is_shown_in_clear_with_its_checks() {
    ProfileReviewView page = navigate(ProfileReviewView.class, taskId);

    assertThat(words(page))
        .contains(organisation.name(), organisation.creditCode(), "校验位正确", "注册地址", "兰州市")
        .doesNotContain("****");
  }

  @Test
  @Tag("GS-03")
  void approving_opens_the_hall_to_the_organisation() {
    navigate(ProfileReviewView.class, taskId);

    press("审核通过");

    assertThat(approval().state()).isEqualTo(ApprovalState.APPROVED);
    assertThat(getCurrentView()).isInstanceOf(ProfileWorkView.class);
  }

  @Test
  void rejecting_tells_every_reason() {
    navigate(ProfileReviewView.class, taskId);
    test(find(Checkbox.class).withCondition(is("注册地址：有问题")).single()).click();
    test(find(TextField.class)
            .withCondition(field -> field.getAriaLabel().orElse("").equals("注册地址的其他问题"))
            .single())
        .setValue("与营业执照不符");

    press("驳回");
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(approval().state()).isEqualTo(ApprovalState.REJECTED);
    assertThat(Objects.requireNonNull(approval().reason())).isEqualTo("注册地址：与营业执照不符");
  }

  @Test
  void ones_own_profile_says_why_it_cannot_be_decided() {
    signIn(fixtures.promoted(owner, Role.REVIEWER));

    ProfileReviewView page = navigate(ProfileReviewView.class, taskId);

    assertThat(words(page)).contains("这是您本人的企业信息");
    assertThat(find(Button.class, page).withText("审核通过").single().isEnabled()).isFalse();
  }

  private Approval approval() {
    return approvals.approval(organisation.id(), TestOrders.HALL);
  }

  private static java.util.function.Predicate<Checkbox> is(String label) {
    return box -> box.getAriaLabel().orElse("").equals(label);
  }
}
