package io.certhall.processes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalAmountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 零元整",
    "1, 壹分",
    "10, 壹角整",
    "15, 壹角伍分",
    "100, 壹元整",
    "105, 壹元零伍分",
    "150, 壹元伍角整",
    "1000, 壹拾元整",
    "65000, 陆佰伍拾元整",
    "65005, 陆佰伍拾元零伍分",
    "100100, 壹仟零壹元整",
    "101000, 壹仟零壹拾元整",
    "1000000, 壹万元整",
    "1000100, 壹万零壹元整",
    "1010000, 壹万零壹佰元整",
    "10000000000, 壹亿元整",
    "10000000100, 壹亿零壹元整",
    "10001000000, 壹亿零壹万元整",
    "12345678901, 壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分",
    "1000000000000, 壹佰亿元整"
  })
  void amounts_are_written_as_on_vouchers(long fen, String words) {
    assertThat(CapitalAmount.of(fen)).isEqualTo(words);
  }

  @Test
  void a_negative_amount_is_refused() {
    assertThatThrownBy(() -> CapitalAmount.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
