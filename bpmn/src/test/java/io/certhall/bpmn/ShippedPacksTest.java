package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedPacksTest {

  static Stream<String> halls() {
    return TestPacks.all().stream().map(HallPack::hall).sorted();
  }

  @Test
  void six_halls_are_shipped() {
    assertThat(halls())
        .containsExactly("cfca-suqian", "chinagas", "gscamce", "gxca-suqian", "sdca", "szca-hunan");
  }

  @ParameterizedTest
  @MethodSource("halls")
  void a_shipped_pack_can_be_published(String hall) {
    HallPack pack = TestPacks.of(hall);
    boolean examples = pack.settings().priceList().isExample();

    assertThat(PolicyChecks.check(pack))
        .extracting(PolicyFinding::code)
        .containsExactlyElementsOf(
            examples ? java.util.List.of("PRICES_EXAMPLE") : java.util.List.of());
  }
}
