package io.certhall.workers.ca.profile;

import static io.certhall.workers.ca.CaSamples.CREDIT_CODE;
import static io.certhall.workers.ca.CaSamples.ORGANISATION;
import static io.certhall.workers.ca.CaSamples.PERSON;
import static io.certhall.workers.ca.CaSamples.RESIDENT_NUMBER;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.profile.PersonIdentity.Document;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

  private static final Profiles PROFILES = CaSamples.GANSU.profiles();

  @Test
  void an_organisation_is_named_with_its_credit_code() {
    assertThat(subject(SubjectType.ORG, SubjectData.organisation("甘肃省", "兰州市", ORGANISATION)))
        .hasToString(
            "C=CN,ST=甘肃省,L=兰州市,O=甘肃某某建设工程有限公司,organizationIdentifier="
                + CREDIT_CODE
                + ",CN=甘肃某某建设工程有限公司");
  }

  @Test
  void a_line_of_business_tells_business_certificates_apart() {
    var data = SubjectData.organisation("甘肃省", "兰州市", ORGANISATION).inDepartment("投标业务一部");

    assertThat(subject(SubjectType.ORG_BUSINESS, data).toString()).contains("OU=投标业务一部");
  }

  @Test
  void a_person_is_named_without_any_number() {
    assertThat(subject(SubjectType.PERSON, SubjectData.person("甘肃省", "兰州市", PERSON)))
        .hasToString("C=CN,ST=甘肃省,L=兰州市,CN=张三");
  }

  @Test
  void namesakes_are_told_apart_by_the_halls_own_number() {
    var data = SubjectData.person("甘肃省", "兰州市", PERSON).withHolderNumber("P-000123");

    assertThat(subject(SubjectType.PERSON, data).getRDNs(BCStyle.SERIALNUMBER)).hasSize(1);
  }

  @Test
  void a_legal_representative_is_named_with_organisation_and_title() {
    var data = SubjectData.personOf("甘肃省", "兰州市", ORGANISATION, PERSON);

    assertThat(subject(SubjectType.LEGAL_REP, data).toString())
        .contains("O=甘肃某某建设工程有限公司", "T=法定代表人", "CN=张三");
  }

  @Test
  void a_place_that_the_hall_does_not_ask_for_is_left_out() {
    assertThat(subject(SubjectType.PERSON, SubjectData.person("", " ", PERSON)))
        .hasToString("C=CN,CN=张三");
  }

  @Test
  void a_holder_number_that_is_not_printable_is_refused() {
    var data = SubjectData.person("", "", PERSON).withHolderNumber("一号");

    assertFault(() -> subject(SubjectType.PERSON, data), FaultCode.FIELD_INVALID);
  }

  @Test
  void a_template_that_needs_a_missing_value_is_refused_with_the_field() {
    var template = SubjectTemplate.parse("C=CN, OU={department}, CN={person}");

    assertFault(
        () -> template.subject(SubjectData.person("", "", PERSON)), FaultCode.FIELD_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "C=", "X=y", "CN={number}", "1.2.x=a"})
  void a_template_that_cannot_be_understood_is_refused(String text) {
    assertFault(() -> SubjectTemplate.parse(text), FaultCode.FIELD_INVALID);
  }

  @Test
  void a_template_may_use_an_attribute_by_its_oid() {
    var template = SubjectTemplate.parse("1.2.840.113549.1.9.1=x, CN={person}");

    assertThat(template.subject(SubjectData.person("", "", PERSON)).getRDNs()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(SubjectType.class)
  void data_that_lacks_what_the_type_stands_for_is_refused(SubjectType type) {
    var nobody = new SubjectData("", "", null, null, null, null);

    assertFault(() -> nobody.requireFor(type), FaultCode.FIELD_MISSING);
  }

  @Test
  void data_that_says_more_than_the_type_stands_for_is_refused() {
    var both = SubjectData.personOf("", "", ORGANISATION, PERSON);

    assertFault(() -> both.requireFor(SubjectType.ORG), FaultCode.FIELD_INVALID);
    assertFault(() -> both.requireFor(SubjectType.PERSON), FaultCode.FIELD_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "91350100M000100Y4", "91350100M000100Y4I", "91350100m000100y43"})
  void a_credit_code_of_another_shape_is_refused(String code) {
    assertFault(() -> new OrganisationIdentity("某公司", code), FaultCode.FIELD_INVALID);
  }

  @Test
  void a_credit_code_with_an_odd_check_digit_is_the_reviewers_business() {
    assertThat(new OrganisationIdentity("某公司", "91350100M000100Y44").creditCode()).endsWith("44");
  }

  @Test
  void an_organisation_and_a_person_need_names() {
    assertFault(() -> new OrganisationIdentity(" ", CREDIT_CODE), FaultCode.FIELD_MISSING);
    assertFault(() -> PersonIdentity.resident("", RESIDENT_NUMBER), FaultCode.FIELD_MISSING);
    assertFault(() -> new PersonIdentity("张三", Document.OFFICER_ID, " "), FaultCode.FIELD_MISSING);
  }

  @Test
  void identity_numbers_of_another_shape_are_refused() {
    assertFault(() -> PersonIdentity.resident("张三", "3405241980010100"), FaultCode.FIELD_INVALID);
    assertFault(() -> new PersonIdentity("张三", Document.PASSPORT, "e-1"), FaultCode.FIELD_INVALID);
  }

  @Test
  void a_person_in_a_log_shows_no_number() {
    assertThat(PERSON.toString()).contains("张三").doesNotContain(RESIDENT_NUMBER);
    assertThat(SubjectData.person("", "", PERSON).toString()).doesNotContain(RESIDENT_NUMBER);
  }

  private static X500Name subject(SubjectType type, SubjectData data) {
    return PROFILES.forType("gscamce", type).signing().subject().subject(data);
  }
}
