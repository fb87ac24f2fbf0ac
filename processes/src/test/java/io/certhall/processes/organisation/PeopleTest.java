package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import io.certhall.processes.time.HallClock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProcessesTest
class PeopleTest {

  private final People people;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final HallClock clock;
  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final String idNo = Fresh.idNo();
  private Actor owner = Actor.SYSTEM;
  private long organisationId;

  PeopleTest(
      People people,
      TestAccounts accounts,
      TestOrganisations organisations,
      HallClock clock,
      DSLContext dsl,
      NewRecords newRecords) {
    this.people = people;
    this.accounts = accounts;
    this.organisations = organisations;
    this.clock = clock;
    this.dsl = dsl;
    this.newRecords = newRecords;
  }

  @BeforeEach
  void makeOrganisation() {
    owner = accounts.applicant();
    organisationId = organisations.of(owner).id();
  }

  @Test
  @Tag("GS-18")
  @Tag("GS-19")
  void a_person_is_added_and_listed_masked() {
    long id = people.add(owner, new PersonForm(" 孙七 ", idNo, "造价工程师", "13912345678"));

    assertThat(people.list(owner))
        .containsExactly(
            new PersonView(
                id,
                "孙七",
                idNo.substring(0, 4) + "**********" + idNo.substring(14),
                "造价工程师",
                "139****5678",
                1));
    var row = dsl.fetchSingle(PERSON, PERSON.ID.eq(id));
    assertThat(row.getIdNoMasked()).contains("**********");
    assertThat(row.getIdNoHash()).hasSize(32);
  }

  @Test
  @Tag("GS-19")
  void everything_wrong_with_a_person_is_said_at_once() {
    assertThat(Refused.codes(() -> people.add(owner, new PersonForm(null, "123", " ", "110"))))
        .containsExactly("FIELD_REQUIRED", "ID_NO_FORM", "FIELD_REQUIRED", "PHONE_FORM");
    assertThat(people.list(owner)).isEmpty();
  }

  @Test
  void an_id_number_is_in_an_organisation_once_and_may_be_in_another() {
    people.add(owner, form("孙七"));

    assertThat(Refused.codes(() -> people.add(owner, form("孙七一"))))
        .containsExactly("PERSON_EXISTS");

    Actor other = accounts.applicant();
    organisations.of(other);
    people.add(other, form("孙七"));
    assertThat(people.list(other)).hasSize(1);
  }

  @Test
  void of_parallel_additions_of_one_person_one_is_made() throws Exception {
    List<String> outcomes;
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<String>> calls =
          Stream.generate(() -> (Callable<String>) this::outcomeOfAdding).limit(4).toList();
      outcomes = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).containsOnlyOnce("added");
    assertThat(people.list(owner)).hasSize(1);
  }

  @Test
  void a_person_is_changed_at_its_current_version_only() {
    long id = people.add(owner, form("孙七"));
    people.update(owner, id, new PersonForm("孙七七", idNo, "经理", null), 1);

    Refusal stale =
        Refused.by(() -> people.update(owner, id, new PersonForm("旧", idNo, "经理", null), 1));

    assertThat(stale.kind()).isEqualTo(RefusalKind.CONFLICT);
    assertThat(stale.code()).isEqualTo("STALE_VERSION");
    assertThat(people.list(owner).getFirst().name()).isEqualTo("孙七七");
    assertThat(people.list(owner).getFirst().version()).isEqualTo(2);
  }

  @Test
  void a_person_does_not_take_the_number_of_another() {
    people.add(owner, form("孙七"));
    long other = organisations.person(owner, "周八");

    assertThat(Refused.codes(() -> people.update(owner, other, form("周八"), 1)))
        .containsExactly("PERSON_EXISTS");
  }

  @Test
  void a_removed_person_is_gone_and_can_be_added_again() {
    long id = people.add(owner, form("孙七"));

    people.remove(owner, id);

    assertThat(people.list(owner)).isEmpty();
    assertThat(Refused.codes(() -> people.remove(owner, id))).containsExactly("PERSON_UNKNOWN");
    assertThat(people.add(owner, form("孙七"))).isNotEqualTo(id);
  }

  @Test
  void a_person_of_another_organisation_does_not_exist() {
    long id = people.add(owner, form("孙七"));
    Actor stranger = accounts.applicant();
    long strangers = organisations.of(stranger).id();

    for (Refusal refusal :
        List.of(
            Refused.by(() -> people.update(stranger, id, form("孙七"), 1)),
            Refused.by(() -> people.remove(stranger, id)),
            Refused.by(() -> people.reveal(stranger, organisationId, id)),
            Refused.by(() -> people.reveal(stranger, strangers, id)))) {
      assertThat(refusal.kind()).isEqualTo(RefusalKind.NOT_FOUND);
    }
    assertThat(people.list(stranger)).isEmpty();
    assertThat(people.list(owner)).hasSize(1);
  }

  @Test
  void without_an_organisation_there_are_no_people() {
    Actor nobody = accounts.applicant();

    assertThat(people.list(nobody)).isEmpty();
    assertThat(Refused.codes(() -> people.add(nobody, form("孙七"))))
        .containsExactly("ORGANISATION_MISSING");
    assertThat(Refused.codes(() -> people.add(accounts.staff(Role.REVIEWER), form("孙七"))))
        .containsExactly("ROLE_MISSING");
  }

  @Test
  void owner_and_reviewers_may_see_the_number_and_other_staff_may_not() {
    long id = people.add(owner, form("孙七"));

    assertThat(people.reveal(owner, organisationId, id).idNo().value()).isEqualTo(idNo);
    assertThat(people.reveal(accounts.staff(Role.REVIEWER), organisationId, id).name())
        .isEqualTo("孙七");
    assertThat(people.reveal(Actor.SYSTEM, organisationId, id).name()).isEqualTo("孙七");
    assertThat(
            Refused.by(() -> people.reveal(accounts.staff(Role.DISPATCHER), organisationId, id))
                .kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRAFT", "REJECTED", "REVIEW_PENDING", "ISSUE_PENDING", "SHIPPED"})
  void a_person_in_an_open_application_is_not_removed(String state) {
    long id = people.add(owner, form("孙七"));
    order(id, state);

    assertThat(Refused.codes(() -> people.remove(owner, id))).containsExactly("PERSON_IN_USE");
    assertThat(people.list(owner)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETED", "CANCELLED", "CLOSED"})
  void a_person_in_a_finished_application_is_removed(String state) {
    long id = people.add(owner, form("孙七"));
    order(id, state);

    people.remove(owner, id);

    assertThat(people.list(owner)).isEmpty();
  }

  @Test
  void name_and_number_stay_while_a_submitted_application_relies_on_them() {
    long id = people.add(owner, form("孙七"));
    order(id, "REVIEW_PENDING");

    assertThat(Refused.codes(() -> people.update(owner, id, form("改名"), 1)))
        .containsExactly("PERSON_IN_USE");
    people.update(owner, id, new PersonForm("孙七", idNo, "新职务", null), 1);

    long drafted = organisations.person(owner, "周八");
    order(drafted, "DRAFT");
    people.update(owner, drafted, new PersonForm("周八八", Fresh.idNo(), "经理", null), 1);
  }

  private String outcomeOfAdding() {
    try {
      people.add(owner, form("孙七"));
      return "added";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private PersonForm form(String name) {
    return new PersonForm(name, idNo, "项目经理", null);
  }

  private void order(long personId, String state) {
    String orderNo = "T" + Fresh.phone();
    newRecords
        .of(CERTIFICATE_ORDER)
        .setOrderNo(orderNo)
        .setHall("gscamce")
        .setService("NEW")
        .setHolder("ORGANISATION")
        .setAccountId(owner.accountId())
        .setOrganisationId(organisationId)
        .setApplicantName("测试")
        .setState(state)
        .setPayStatus("UNPAID")
        .setReviewStatus("NONE")
        .setDeliveryStatus("NONE")
        .setInvoiceStatus("NONE")
        .setStateSince(clock.instant())
        .setCreatedAt(clock.instant())
        .insert();
    newRecords
        .of(ORDER_ITEM)
        .setOrderNo(orderNo)
        .setSeq(1)
        .setType("ORG_PERSON")
        .setPersonId(personId)
        .setYears(1)
        .setSeals("")
        .setStatus("OPEN")
        .insert();
  }
}
