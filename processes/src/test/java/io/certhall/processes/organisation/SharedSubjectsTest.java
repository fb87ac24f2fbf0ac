package io.certhall.processes.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.ScriptedSubjects;
import io.certhall.processes.support.TestAccounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class SharedSubjectsTest {

  private static final String GANSU = "gscamce";

  private final SharedSubjects subjects;
  private final SubjectSources sources;
  private final OrganisationProfiles profiles;
  private final ApprovedChange change;
  private final ScriptedSubjects platform;
  private final org.springframework.transaction.support.TransactionTemplate transaction;
  private final Actor owner;
  private final String code = Fresh.creditCode();

  SharedSubjectsTest(
      SharedSubjects subjects,
      SubjectSources sources,
      OrganisationProfiles profiles,
      ApprovedChange change,
      ScriptedSubjects platform,
      org.springframework.transaction.support.TransactionTemplate transaction,
      TestAccounts accounts) {
    this.subjects = subjects;
    this.sources = sources;
    this.profiles = profiles;
    this.change = change;
    this.platform = platform;
    this.transaction = transaction;
    this.owner = accounts.applicant();
  }

  @Test
  @Tag("GS-14")
  void a_profile_takes_over_what_the_platform_knows_and_says_where_it_is_from() {
    platform.knows(code, "甘肃共享建设有限公司");

    OrganisationView saved = subjects.save(owner, GANSU, form("别的名称", null)).organisation();

    assertThat(saved.name()).isEqualTo("甘肃共享建设有限公司");
    assertThat(saved.legalRepName()).isEqualTo("赵共享");
    assertThat(saved.contactName()).isEqualTo("李四");
    SubjectSources.Source source = sources.of(saved.id()).orElseThrow();
    assertThat(source.hall()).isEqualTo(GANSU);
    assertThat(source.platform().zh()).isEqualTo("甘肃省交易主体共享平台");
  }

  @Test
  @Tag("GS-14")
  void what_the_platform_keeps_is_not_changed_here_but_read_again() {
    platform.knows(code, "甘肃共享建设有限公司");
    subjects.save(owner, GANSU, form("", null));

    assertThat(Refused.by(() -> profiles.save(owner, form("自己改的名称", "李四"))).problems())
        .extracting(Problem::path, Problem::code)
        .contains(org.assertj.core.api.Assertions.tuple("name", "SUBJECT_FIELD_SHARED"))
        .doesNotContain(
            org.assertj.core.api.Assertions.tuple("contactName", "SUBJECT_FIELD_SHARED"));

    platform.knows(code, "甘肃共享建设集团有限公司");
    assertThat(subjects.save(owner, GANSU, form("", null)).organisation().name())
        .isEqualTo("甘肃共享建设集团有限公司");
  }

  @Test
  void contact_and_numbers_of_persons_stay_the_applicants_own() {
    SharedSubject known = platform.knows(code, "甘肃共享建设有限公司");
    subjects.save(owner, GANSU, form("", null));

    OrganisationForm own = known.over(form("", "王新"));

    assertThat(profiles.save(owner, own).organisation().contactName()).isEqualTo("王新");
    assertThat(sources.of(profiles.of(owner).orElseThrow().id())).isPresent();
  }

  @Test
  void a_change_that_reviewers_approved_is_the_halls_own_from_then_on() {
    platform.knows(code, "甘肃共享建设有限公司");
    long id = subjects.save(owner, GANSU, form("", null)).organisation().id();

    transaction.executeWithoutResult(
        status ->
            change.apply(id, GANSU, "GS-TEST", new ApprovedChange.NewData("甘肃更名有限公司", null, null)));

    assertThat(sources.of(id)).isEmpty();
  }

  @Test
  void a_unit_the_platform_does_not_know_is_told_at_its_code() {
    assertThat(Refused.by(() -> subjects.read(owner, GANSU, code)).problems())
        .extracting(Problem::path, Problem::code)
        .containsExactly(org.assertj.core.api.Assertions.tuple("creditCode", "SUBJECT_UNKNOWN"));
    assertThat(Refused.codes(() -> subjects.read(owner, GANSU, "123")))
        .containsExactly("CREDIT_CODE_FORM");
    assertThat(Refused.codes(() -> subjects.read(owner, GANSU, null)))
        .containsExactly("FIELD_REQUIRED");
  }

  @Test
  void a_platform_without_answer_is_told_and_nothing_is_saved() {
    platform.isSilentAbout(code);

    assertThat(Refused.codes(() -> subjects.save(owner, GANSU, form("甘肃某某有限公司", null))))
        .containsExactly("SUBJECT_PLATFORM_DOWN");
    assertThat(profiles.of(owner)).isEmpty();
  }

  @Test
  void a_hall_that_names_no_platform_reads_none() {
    platform.knows(code, "甘肃共享建设有限公司");

    assertThat(Refused.codes(() -> subjects.read(owner, "sdca", code)))
        .containsExactly("SUBJECT_PLATFORM_OFF");
  }

  @Test
  void nobody_reads_the_whole_platform() {
    for (int i = 0; i < SharedSubjects.PER_ACCOUNT.uses(); i++) {
      Refused.by(() -> subjects.read(owner, GANSU, code));
    }

    assertThat(Refused.by(() -> subjects.read(owner, GANSU, code)).kind())
        .isEqualTo(RefusalKind.TOO_MANY);
  }

  private OrganisationForm form(String name, @Nullable String contact) {
    return new OrganisationForm(
        name,
        null,
        code,
        "张三",
        Fresh.idNo(),
        Fresh.phone(),
        "甘肃省兰州市某路1号",
        contact == null ? "李四" : contact,
        Fresh.phone(),
        "甘肃省",
        "兰州市",
        null);
  }
}
