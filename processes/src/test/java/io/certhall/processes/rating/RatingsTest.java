package io.certhall.processes.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProcessesTest
class RatingsTest {

  private final Ratings ratings;
  private final TestOrders orders;
  private Actor applicant = Actor.SYSTEM;
  private String orderNo = "";

  RatingsTest(Ratings ratings, TestOrders orders) {
    this.ratings = ratings;
    this.orders = orders;
  }

  @BeforeEach
  void complete() {
    applicant = orders.applicant();
    orderNo = orders.submitted(applicant);
    orders.move(orderNo, OrderState.COMPLETED);
  }

  @Test
  @Tag("ZR-30")
  void a_completed_order_is_rated_once() {
    ratings.rate(applicant, orderNo, 4, " 很快 ");

    assertThat(ratings.of(applicant, orderNo))
        .hasValueSatisfying(
            rating -> {
              assertThat(rating.stars()).isEqualTo(4);
              assertThat(rating.words()).isEqualTo("很快");
            });
    assertThat(Refused.codes(() -> ratings.rate(applicant, orderNo, 1, null)))
        .containsExactly("ORDER_RATED");
    assertThat(ratings.of(applicant, orderNo).orElseThrow().stars()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, -1})
  void stars_go_from_one_to_five(int stars) {
    assertThat(Refused.codes(() -> ratings.rate(applicant, orderNo, stars, null)))
        .containsExactly("RATING_STARS");
  }

  @Test
  void words_are_limited() {
    assertThat(Refused.codes(() -> ratings.rate(applicant, orderNo, 5, "好".repeat(501))))
        .containsExactly("RATING_LONG");
    ratings.rate(applicant, orderNo, 5, "好".repeat(500));
  }

  @Test
  void only_what_is_completed_is_rated() {
    orders.move(orderNo, OrderState.SHIPPED);

    assertThat(Refused.codes(() -> ratings.rate(applicant, orderNo, 5, null)))
        .containsExactly("ORDER_NOT_COMPLETED");
  }

  @Test
  void somebody_elses_order_is_unknown() {
    Actor other = orders.applicant();

    assertThat(Refused.codes(() -> ratings.rate(other, orderNo, 5, null)))
        .containsExactly("ORDER_UNKNOWN");
    assertThat(Refused.codes(() -> ratings.of(other, orderNo))).containsExactly("ORDER_UNKNOWN");
  }
}
