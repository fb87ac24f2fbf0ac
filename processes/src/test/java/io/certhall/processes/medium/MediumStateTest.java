package io.certhall.processes.medium;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.support.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MediumStateTest {

  @ParameterizedTest
  @CsvSource({
    "IN_STOCK,SHIPPED",
    "IN_STOCK,HELD",
    "IN_STOCK,RETURNED",
    "ASSIGNED,DESTROYED",
    "SHIPPED,IN_STOCK",
    "SHIPPED,DESTROYED",
    "HELD,IN_STOCK",
    "HELD,SHIPPED",
    "HELD,DESTROYED",
    "RETURNED,SHIPPED",
    "FAULTY,ASSIGNED",
    "FAULTY,SHIPPED"
  })
  void a_move_that_makes_no_sense_is_refused_with_the_state(MediumState from, MediumState to) {
    assertThat(Refused.codes(() -> from.requireLegal(to, "KEY-1")))
        .containsExactly("MEDIUM_" + from);
  }

  @ParameterizedTest
  @EnumSource(MediumState.class)
  void nothing_follows_destruction(MediumState next) {
    assertThat(MediumState.DESTROYED.next()).doesNotContain(next);
  }

  @Test
  void a_key_goes_out_and_comes_back() {
    assertThat(MediumState.IN_STOCK.next()).contains(MediumState.ASSIGNED);
    assertThat(MediumState.ASSIGNED.next()).contains(MediumState.SHIPPED, MediumState.HELD);
    assertThat(MediumState.SHIPPED.next()).contains(MediumState.HELD);
    assertThat(MediumState.HELD.next()).contains(MediumState.RETURNED);
    assertThat(MediumState.RETURNED.next()).contains(MediumState.IN_STOCK, MediumState.DESTROYED);
  }
}
