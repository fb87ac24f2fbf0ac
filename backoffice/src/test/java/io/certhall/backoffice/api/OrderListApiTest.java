package io.certhall.backoffice.api;

import static io.certhall.backoffice.api.support.Bodies.item;
import static io.certhall.backoffice.api.support.Bodies.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.processes.security.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class OrderListApiTest {

  private static final String ORDERS = "/api/v1/orders";

  private final Scenes scenes;

  OrderListApiTest(Scenes scenes) {
    this.scenes = scenes;
  }

  @Test
  void a_list_goes_on_after_the_last_order_of_the_page_before() {
    Caller applicant = scenes.applicant();
    List<String> newestFirst =
        List.of(scenes.draft(applicant), scenes.draft(applicant), scenes.draft(applicant))
            .reversed();

    Answer first = applicant.get(ORDERS + "?limit=2").is(200);
    Answer second = applicant.get(ORDERS + "?limit=2&after=" + first.string("next")).is(200);

    assertThat(first.each("orderNo")).isEqualTo(newestFirst.subList(0, 2));
    assertThat(second.each("orderNo")).isEqualTo(newestFirst.subList(2, 3));
    assertThat(second.json().path("next").isNull()).isTrue();
  }

  @Test
  void a_key_officer_sees_no_applications_certificates_or_seals() {
    Caller officer = scenes.staff(Role.KEY_OFFICER);
    String orderNo = scenes.submitted(scenes.applicant());

    officer.get(ORDERS + "/" + orderNo).is(404);
    for (String list : List.of(ORDERS, "/api/v1/certificates", "/api/v1/seals")) {
      assertThat(officer.get(list).is(200).json().path("items")).as(list).isEmpty();
    }
  }

  @Test
  @Tag("GS-69")
  @Tag("GS-95")
  void a_list_is_filtered_by_state_hall_and_service() {
    Caller applicant = scenes.applicant();
    String draft = scenes.draft(applicant, order(item("ORG_BUSINESS", "CONTRACT")));
    String submitted = scenes.submitted(applicant);

    assertThat(applicant.get(ORDERS + "?state=DRAFT").is(200).each("orderNo"))
        .containsExactly(draft);
    assertThat(applicant.get(ORDERS + "?state=REVIEW_PENDING").is(200).each("orderNo"))
        .containsExactly(submitted);
    assertThat(applicant.get(ORDERS + "?hall=gscamce&service=NEW").is(200).each("orderNo"))
        .containsExactly(submitted, draft);
    assertThat(applicant.get(ORDERS + "?hall=sdca").is(200).each("orderNo")).isEmpty();
    assertThat(applicant.get(ORDERS + "?state=LOST").isProblem(400, "VALUE_UNKNOWN").fields())
        .containsExactly("state:VALUE_UNKNOWN");
    applicant.get(ORDERS + "?limit=0").isProblem(400, "LIMIT_RANGE");
    applicant.get(ORDERS + "?limit=many").isProblem(400, "VALUE_TYPE");
  }

  @Test
  @Tag("GS-95")
  void a_list_is_searched_by_a_name_in_chinese_or_by_a_number() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.draft(applicant);
    String name = applicant.get(ORDERS + "/" + orderNo).string("applicantName");

    assertThat(applicant.get(ORDERS + "?text=" + encoded(name)).is(200).each("orderNo"))
        .containsExactly(orderNo);
    assertThat(applicant.get(ORDERS + "?text=" + orderNo).is(200).each("orderNo"))
        .containsExactly(orderNo);
    assertThat(applicant.get(ORDERS + "?text=" + encoded("别家")).is(200).each("orderNo")).isEmpty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
