package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {

  private final HallPack pack = TestPacks.gscamce();

  @Test
  void a_hall_is_what_its_file_says() {
    HallSettings hall = pack.settings();

    assertThat(hall.code()).isEqualTo("gscamce");
    assertThat(hall.services()).extracting(HallSettings.ServiceOffer::code).contains("NEW");
    assertThat(hall.offersService("NEW")).isTrue();
    assertThat(hall.offersService("EXCHANGE")).isFalse();
    assertThat(hall.offersType("ORG_PERSON")).isTrue();
    assertThat(hall.limits()).isEqualTo(new HallSettings.Limits(6, 3));
    assertThat(hall.agreements())
        .singleElement()
        .satisfies(agreement -> assertThat(agreement.countdownSeconds()).isEqualTo(2));
    assertThat(hall.invoice().category()).isEqualTo("3040203000000000000");
    assertThat(hall.profileApprovalRequired()).isTrue();
  }

  @Test
  void what_a_hall_leaves_out_has_its_default() {
    HallSettings hall =
        TestPacks.with(
                "hall.yaml",
                text ->
                    text.replaceAll("(?m)^(priceList|pin|expiryReminders):.*\\n", "")
                        .replaceAll("(?ms)^calendar:.*?(?=^agreements:)", ""))
            .settings();

    assertThat(hall.holders()).containsExactly("ORGANISATION");
    assertThat(hall.priceList().isExample()).isFalse();
    assertThat(hall.calendar())
        .isEqualTo(
            new HallSettings.Calendar(
                java.util.List.of("09:00-12:00", "14:00-17:30"), null, null, 5));
    assertThat(hall.pin()).isEqualTo(new HallSettings.Pin(null, HallSettings.Pin.Route.NONE, true));
    assertThat(hall.bankAccount()).isNull();
    assertThat(hall.logo()).isNotNull();
    assertThat(hall.locks().mainAndSecondary()).isFalse();
    assertThat(hall.expiryReminders()).containsExactly(90, 30, 7);
    assertThat(hall.asksYears("NEW")).isTrue();
    assertThat(hall.asksYears("CHANGE")).isFalse();
    assertThat(hall.years("RENEW")).isEqualTo(new HallSettings.Years(1, 1));
    assertThat(hall.years("REPLACE")).isEqualTo(new HallSettings.Years(1, 5));
    HallSettings.ServiceOffer created = hall.service("NEW").orElseThrow();
    assertThat(created.certificate()).isFalse();
    assertThat(created.delivery()).isNull();
  }

  @Test
  void a_published_version_is_complete_in_itself() {
    HallPack again = PackReader.read(pack.files());

    assertThat(again).isEqualTo(pack);
    assertThat(again.contentHash()).isEqualTo(pack.contentHash()).matches("[0-9a-f]{64}");
    assertThat(again.files()).containsKeys("hall.yaml", "shared/review.bpmn", "order.bpmn");
  }

  @Test
  void the_hash_tells_names_and_contents_apart() {
    Map<String, String> files = new TreeMap<>(pack.files());
    files.put("note.txt", "ab");
    String first = PackReader.read(files).contentHash();
    files.put("note.txt", "ac");
    String second = PackReader.read(files).contentHash();
    files.remove("note.txt");
    files.put("note.txta", "b");

    assertThat(PackReader.read(files).contentHash()).isNotIn(first, second, pack.contentHash());
  }

  @Test
  void files_of_a_pack_cannot_be_changed() {
    assertThatThrownBy(() -> pack.files().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_pack_without_settings_is_refused() {
    assertThatThrownBy(() -> PackReader.read(Map.of("order.bpmn", "")))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("hall.yaml");
  }

  @Test
  void a_file_that_is_missing_is_named_when_it_is_asked_for() {
    assertThatThrownBy(() -> FeeTable.of(TestPacks.without("fees.dmn")))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("fees.dmn")
        .hasMessageContaining("gscamce");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: gscamce | cod: gscamce | code",
        "maxItems: 6 | maxItems: six | limits.maxItems",
        "profileApprovalRequired: true | profileApprovalRequired: perhaps | profileApprovalRequired",
        "deliveryMethods: [COURIER, PICKUP] | deliveryMethods: COURIER | deliveryMethods",
        "phone: 0931-4000000 | phone: [1, 2] | contacts.phone",
        "phone: 0931-4000000 | phone: '' | contacts.phone",
        "en: Gansu Zhonggong} | fr: Gansu Zhonggong} | shortName.en",
        "countdownSeconds: 2 | countdownSeconds: | agreements[0].countdownSeconds",
        "windowDays: 90 | windowDays: soon | services[1].windowDays",
        "instant: true | instant: often | services[5].instant",
        "status: CONFIRMED | status: GUESSED | priceList.status",
        "expiryReminders: | 'pin: {route: PIGEON}\nexpiryReminders:' | pin.route",
        "[90, 30, 7] | [90, soon] | expiryReminders[1]",
        "retentionYears: 10 | retentionYears: 10.5 | retentionYears"
      })
  void a_setting_that_is_missing_or_wrong_is_named_with_its_path(
      String old, String replacement, String path) {
    assertThatThrownBy(() -> TestPacks.with("hall.yaml", old, replacement))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("hall.yaml")
        .hasMessageContaining(path + " ");
  }

  @Test
  void a_file_that_is_no_yaml_is_refused() {
    assertThatThrownBy(() -> TestPacks.with("hall.yaml", text -> "a: [b"))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("YAML");
  }

  @Test
  void a_key_given_twice_is_refused() {
    assertThatThrownBy(() -> TestPacks.with("hall.yaml", text -> text + "\nretentionYears: 5\n"))
        .isInstanceOf(PolicyError.class)
        .hasMessageContaining("duplicate");
  }
}
