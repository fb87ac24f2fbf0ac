package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableAndSettingsChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fees.dmn | <text>15000</text> | <text></text> | KEY | PRICE_NOT_CONFIGURED",
        "fees.dmn | <text>15000</text> | <text>-1</text> | KEY | PRICE_NEGATIVE",
        "fees.dmn | <text>15000</text> | <text>1.5</text> | KEY | NOT_A_WHOLE_NUMBER",
        "fees.dmn | <text>\"KEY\"</text> | <text>\"TIP\"</text> | TIP | FEE_CODE_UNKNOWN",
        "fees.dmn | <text>\"NEW\"</text> | <text>NEW</text> | fees-new-key | FACT_UNKNOWN",
        "fees.dmn | <text>\"NEW\"</text> | <text>\"NEW</text> | fees-new-key | CELL_INVALID",
        "fees.dmn | <text>seals</text> | <text>sealz</text> | fees-new-seal | FACT_UNKNOWN",
        "fees.dmn | hitPolicy=\"COLLECT\" | hitPolicy=\"FIRST\" | '' | HIT_POLICY",
        "fees.dmn | name=\"quantity\" | name=\"number\" | '' | OUTPUT_MISSING",
        "materials.dmn | \"SERVICE_AGREEMENT\" | \"APPLICATION_FORM\" | APPLICATION_FORM | MATERIAL_TWICE",
        "materials.dmn | \"jpg,jpeg\" | \"exe\" | SEAL_IMAGE-1 | FORMAT_UNKNOWN",
        "materials.dmn | <text>3</text> | <text>500</text> | SEAL_IMAGE-1 | SIZE_RANGE",
        "materials.dmn | \"Application form\" | \"\" | APPLICATION_FORM | LABEL_MISSING",
        "limits.dmn | <text>&gt; maxItems</text> | <text>&gt;= 1</text> | [LIMIT_COPIES] | NOTHING_ALLOWED"
      })
  void a_table_that_would_fail_an_applicant_is_not_published(
      String file, String old, String replacement, String element, String code) {
    assertThat(PolicyChecksTest.errors(TestPacks.with(file, old, replacement)))
        .anySatisfy(
            finding -> {
              assertThat(finding.file()).isEqualTo(file);
              assertThat(finding.element()).isEqualTo(element);
              assertThat(finding.code()).isEqualTo(code);
            });
  }

  @Test
  void a_service_without_a_row_cannot_be_opened() {
    PolicyChecksTest.finds(
        "fees.dmn",
        text -> text.replace("\"NEW\"", "\"EXCHANGE\""),
        "NEW ORG",
        "PRICE_NOT_CONFIGURED");
  }

  @Test
  void a_price_may_stay_open_while_nobody_can_apply_for_it() {
    HallPack closed =
        TestPacks.with("hall.yaml", "code: RENEW, enabled: true", "code: RENEW, enabled: false");
    Map<String, String> files = new TreeMap<>(closed.files());
    files.compute(
        "fees.dmn",
        (file, text) ->
            text.replaceFirst(
                "(?s)(<outputEntry id=\"fees-renew-service-out3\">\\s*<text>)20000", "$1"));
    HallPack pack = PackReader.read(files);

    assertThat(PolicyChecks.check(pack))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("PRICE_EMPTY");
              assertThat(finding.element()).isEqualTo("fees-renew-service");
              assertThat(finding.isError()).isFalse();
            });
  }

  @Test
  void a_price_in_yuan_instead_of_fen_is_a_warning() {
    PolicyChecksTest.warns(
        "fees.dmn",
        text -> text.replace("<text>15000</text>", "<text>50</text>"),
        "KEY",
        "PRICE_TINY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: gscamce | code: GS_CAMCE | code | VALUE_INVALID",
        "\"#0f5bb5\" | blue | accent | VALUE_INVALID",
        "sellerTaxNo: 91620000000000000X | sellerTaxNo: none | invoice.sellerTaxNo | VALUE_INVALID",
        "category: \"3040203000000000000\" | category: \"304\" | invoice.category | VALUE_INVALID",
        "taxPercent: 6 | taxPercent: 600 | invoice.taxPercent | VALUE_RANGE",
        "maxItems: 6 | maxItems: 0 | limits.maxItems | VALUE_RANGE",
        "maxSeals: 3 | maxSeals: 99 | limits.maxSeals | VALUE_RANGE",
        "{min: 1, max: 5} | {min: 3, max: 2} | years.max | VALUE_RANGE",
        "retentionYears: 10 | retentionYears: 1 | retentionYears | VALUE_RANGE",
        "[COURIER, PICKUP] | [PIGEON] | deliveryMethods | WORD_UNKNOWN",
        "[COURIER, PICKUP] | [] | deliveryMethods | LIST_EMPTY",
        "[COURIER, PICKUP] | [PICKUP, PICKUP] | deliveryMethods | CODE_TWICE",
        "paymentMethods: [WECHAT | paymentMethods: [GOLD | paymentMethods | WORD_UNKNOWN",
        "code: RENEW, | code: BAKE, | services | WORD_UNKNOWN",
        "enabled: true | enabled: false | services | NOTHING_OFFERED",
        "code: ORG_PERSON, | code: ROBOT, | certificateTypes | WORD_UNKNOWN",
        "[SIGNATURE, PRACTICE | [SIGNATURE, WAX | certificateTypes.ORG_PERSON | SEAL_UNKNOWN",
        "countdownSeconds: 2 | countdownSeconds: 9999 | agreements.SERVICE.countdownSeconds | VALUE_RANGE",
        "windowDays: 90 | windowDays: 0 | services.RENEW.windowDays | VALUE_RANGE",
        "windowDays: 90 | graceDays: -1 | services.RENEW.graceDays | VALUE_RANGE",
        "years: {min: 1, max: 1} | years: {min: 2, max: 1} | services.RENEW.years.max | VALUE_RANGE",
        "[NAME, LEGAL_REP, SEAL] | [NAME, COLOUR] | services.CHANGE.changes | WORD_UNKNOWN",
        "changes: [NAME, LEGAL_REP, SEAL], | '' | services.CHANGE.changes | LIST_EMPTY",
        "code: REVOKE, enabled: true, | code: REVOKE, enabled: true, instant: true, | services.REVOKE.instant | VALUE_INVALID",
        "code: REVOKE, enabled: true, | 'code: REVOKE, enabled: true, deadline: {requestHours: 0, doneHours: 24},' | services.REVOKE.deadline.requestHours | VALUE_RANGE",
        "code: REVOKE, enabled: true, | 'code: REVOKE, enabled: true, holders: [PERSON],' | services.REVOKE.holders | WORD_UNKNOWN",
        "code: REVOKE, enabled: true, | 'code: REVOKE, enabled: true, certificate: false,' | services.REVOKE.certificate | VALUE_INVALID",
        "multiple: false, delivery: [] | multiple: false, delivery: [PIGEON] | services.ADD_SEAL.delivery | WORD_UNKNOWN",
        "profileApprovalRequired: true | 'profileApprovalRequired: true\nholders: [ROBOT]' | holders | WORD_UNKNOWN",
        "09:00-12:00 | 9 to 12 | calendar.workingHours | VALUE_INVALID",
        "14:00-17:30 | 11:00-17:30 | calendar.workingHours | VALUE_INVALID",
        "invoiceWorkingDays: 5 | invoiceWorkingDays: 0 | calendar.invoiceWorkingDays | VALUE_INVALID",
        "invoiceWorkingDays: 5 | 'invoiceWorkingDays: 5\n  reviewWorkingDays: 0' | calendar.reviewWorkingDays | VALUE_INVALID",
        "invoiceWorkingDays: 5 | 'invoiceWorkingDays: 5\n  shippingCutoff: late' | calendar.shippingCutoff | VALUE_INVALID",
        "expiryReminders: | 'pin: {initial: 12, route: NONE}\nexpiryReminders:' | pin.initial | VALUE_INVALID",
        "[90, 30, 7] | [90, 0] | expiryReminders | VALUE_INVALID",
        "[WECHAT, ALIPAY] | [WECHAT, TRANSFER] | bankAccount | SETTING_MISSING",
        "[WECHAT, ALIPAY] | [WECHAT, TRANSFER] | paymentMethods | TRANSFER_NOT_CHECKED",
        "expiryReminders: | 'bankAccount: {name: a, bank: b, account: none}\nexpiryReminders:' | bankAccount.account | VALUE_INVALID",
        "retentionYears: 10 | 'retentionYears: 10\nretentionYear: 9' | retentionYear | KEY_UNKNOWN",
        "zh: 甘肃中工国际, en | zh: 甘, en | shortName | SMS_SIGNATURE"
      })
  void settings_that_do_not_fit_together_are_not_published(
      String old, String replacement, String path, String code) {
    assertThat(PolicyChecksTest.errors(TestPacks.with("hall.yaml", old, replacement)))
        .anySatisfy(
            finding -> {
              assertThat(finding.file()).isEqualTo("hall.yaml");
              assertThat(finding.element()).isEqualTo(path);
              assertThat(finding.code()).isEqualTo(code);
            });
  }

  @Test
  void a_message_the_hall_needs_must_be_there() {
    PolicyChecksTest.finds(
        "shared/messages.yaml",
        text -> text.replace("MSG-21", "MSG-29"),
        "MSG-21",
        "MESSAGE_MISSING");
    PolicyChecksTest.finds(
        "shared/messages.yaml",
        text -> text.replace("MSG-05", "MSG-55"),
        "MSG-05",
        "MESSAGE_MISSING");
  }

  @Test
  void both_languages_of_a_message_say_the_same() {
    PolicyChecksTest.finds(
        "shared/messages.yaml",
        text -> text.replace("was rejected: {reason}", "was rejected"),
        "MSG-21",
        "PLACEHOLDERS_DIFFER");
  }

  @Test
  void a_text_message_no_provider_would_send_is_not_published() {
    PolicyChecksTest.finds(
        "shared/messages.yaml",
        text -> text.replace("现在可以办理证书业务", "可以代办证件"),
        "MSG-20",
        "SMS_REFUSED");
  }
}
