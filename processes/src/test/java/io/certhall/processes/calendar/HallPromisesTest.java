package io.certhall.processes.calendar;

import static io.certhall.processes.calendar.WorkingDaysTest.china;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class HallPromisesTest {

  private final HallPromises promises;
  private final HallSettings hall;

  HallPromisesTest(HallPromises promises, PublishedPolicies policies) {
    this.promises = promises;
    this.hall = policies.active(TestOrders.HALL).settings();
  }

  @Test
  @Tag("GX-05")
  void what_is_paid_before_the_cutoff_of_a_working_day_is_sent_that_day() {
    HallSettings five = with("17:00", null);

    assertThat(promises.shippingDay(five, china("2026-11-20T16:59")))
        .contains(LocalDate.of(2026, 11, 20));
    assertThat(promises.shippingDay(five, china("2026-11-20T17:00")))
        .contains(LocalDate.of(2026, 11, 23));
    assertThat(promises.shippingDay(five, china("2026-09-30T17:30")))
        .contains(LocalDate.of(2026, 10, 8));
    assertThat(promises.shippingDay(five, china("2026-10-03T10:00")))
        .contains(LocalDate.of(2026, 10, 8));
    assertThat(promises.shippingDay(with(null, null), china("2026-11-20T10:00"))).isEmpty();
  }

  @Test
  @Tag("CFCA-36")
  void where_the_hour_is_that_of_closing_what_is_paid_in_working_hours_is_sent_that_day() {
    HallSettings closing = with("17:30", null);

    assertThat(promises.shippingDay(closing, china("2026-11-20T17:29")))
        .contains(LocalDate.of(2026, 11, 20));
    assertThat(promises.shippingDay(closing, china("2026-11-20T12:30")))
        .contains(LocalDate.of(2026, 11, 23));
    assertThat(promises.shippingDay(closing, china("2026-11-20T18:00")))
        .contains(LocalDate.of(2026, 11, 23));
    assertThat(promises.shippingDay(closing, china("2026-09-20T10:00")))
        .contains(LocalDate.of(2026, 9, 20));
  }

  @Test
  @Tag("SZ-36")
  @Tag("AC-40")
  void a_review_is_promised_within_working_days() {
    assertThat(promises.review(with(null, 1), china("2026-11-20T09:00")))
        .contains(china("2026-11-23T09:00"));
    assertThat(promises.review(with(null, null), china("2026-11-20T09:00"))).isEmpty();
  }

  @Test
  @Tag("GS-67")
  void gansu_promises_no_time_for_its_review() {
    assertThat(promises.review(hall, china("2026-11-20T09:00"))).isEmpty();
  }

  @Test
  @Tag("AC-30")
  @Tag("GX-75")
  void an_invoice_is_promised_by_the_end_of_the_fifth_working_day() {
    assertThat(promises.invoice(hall, china("2026-11-20T09:00")))
        .isEqualTo(china("2026-11-28T00:00"));
    assertThat(promises.invoice(hall, china("2026-09-29T23:00")))
        .isEqualTo(china("2026-10-13T00:00"));
  }

  @Test
  @Tag("GX-04")
  void the_hall_is_open_in_its_working_hours_only() {
    HallSettings open = with("17:00", 1);

    assertThat(promises.isOpen(open, china("2026-11-20T09:00"))).isTrue();
    assertThat(promises.isOpen(open, china("2026-11-20T12:00"))).isFalse();
    assertThat(promises.isOpen(open, china("2026-11-20T17:29"))).isTrue();
    assertThat(promises.isOpen(open, china("2026-11-21T10:00"))).isFalse();
  }

  private HallSettings with(@Nullable String cutoff, @Nullable Integer reviewDays) {
    HallSettings.Calendar calendar =
        new HallSettings.Calendar(List.of("09:00-12:00", "14:00-17:30"), cutoff, reviewDays, 5);
    return new HallSettings(
        hall.code(),
        hall.position(),
        hall.name(),
        hall.shortName(),
        hall.ca(),
        hall.accent(),
        hall.logo(),
        hall.contacts(),
        hall.pickup(),
        hall.holders(),
        hall.services(),
        hall.certificateTypes(),
        hall.seals(),
        hall.minYears(),
        hall.maxYears(),
        hall.deliveryMethods(),
        hall.paymentMethods(),
        hall.agreements(),
        hall.limits(),
        hall.profileApprovalRequired(),
        hall.province(),
        hall.city(),
        hall.invoice(),
        hall.retentionYears(),
        hall.priceList(),
        calendar,
        hall.pin(),
        hall.bankAccount(),
        hall.locks(),
        hall.expiryReminders(),
        hall.portal(),
        hall.orderNumber(),
        hall.fields(),
        hall.operatorDocuments(),
        hall.logins(),
        hall.officeUse(),
        hall.oneForm(),
        hall.handwritten(),
        hall.registration(),
        hall.ticketCategories(),
        hall.vendors(),
        hall.subjectPlatform(),
        hall.partnerIssuers());
  }
}
