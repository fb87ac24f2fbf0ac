package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.OrderForm.StatementForm;
import io.certhall.processes.order.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What only some services, or only individuals, have to fill in. */
final class ServiceGaps {

  private static final int LONGEST_NAME = 64;

  private ServiceGaps() {}

  static void check(
      FormGaps gaps, Order order, HallSettings settings, OrderForm.Contact contact, Instant now) {
    if (order.service() == Service.CHANGE) {
      change(gaps, contact.change());
    }
    statement(gaps, contact.statement(), now);
    if (order.holder() == Holder.PERSON) {
      person(gaps, contact.person());
    }
  }

  private static void change(FormGaps gaps, @Nullable ChangeForm change) {
    if (change == null || change.kinds().isEmpty()) {
      gaps.add("change.kinds", "FIELD_REQUIRED");
      return;
    }
    if (change.kinds().contains(ChangeKind.NAME)) {
      gaps.required("change.newName", change.newName());
      shortEnough(gaps, "change.newName", change.newName());
    }
    if (change.kinds().contains(ChangeKind.LEGAL_REP)) {
      gaps.required("change.newLegalRep", change.newLegalRep());
      shortEnough(gaps, "change.newLegalRep", change.newLegalRep());
      gaps.matches(
          "change.newLegalRepIdNo",
          change.newLegalRepIdNo(),
          FormGaps.ID_NUMBER,
          "ID_NUMBER_INVALID");
    }
  }

  /** A certificate's name takes no more (X.520). */
  private static void shortEnough(FormGaps gaps, String path, @Nullable String name) {
    if (name != null && name.codePointCount(0, name.length()) > LONGEST_NAME) {
      gaps.add(path, "FIELD_TOO_LONG", LONGEST_NAME);
    }
  }

  private static void statement(FormGaps gaps, @Nullable StatementForm statement, Instant now) {
    if (statement != null && statement.causeAt() != null && statement.causeAt().isAfter(now)) {
      gaps.add("statement.causeAt", "CAUSE_IN_FUTURE");
    }
  }

  private static void person(FormGaps gaps, @Nullable PersonForm given) {
    PersonForm person = given == null ? new PersonForm(null, null, null, null, null) : given;
    gaps.required("person.name", person.name());
    shortEnough(gaps, "person.name", person.name());
    IdentityDocument type =
        person.idType() == null ? IdentityDocument.RESIDENT_ID : person.idType();
    if (!IdentityDocument.OF_HOLDERS.contains(type)) {
      gaps.add("person.idType", "ID_DOCUMENT_NOT_TAKEN");
    }
    gaps.matches("person.idNo", person.idNo(), type.form(), type.defect());
    gaps.matches("person.phone", person.phone(), FormGaps.MOBILE, "PHONE_INVALID");
    gaps.matches("person.email", person.email(), FormGaps.EMAIL, "EMAIL_INVALID");
  }
}
