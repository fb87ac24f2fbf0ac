package io.certhall.processes.application;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What an order's certificates are, whatever its form says: a service on existing certificates
 * takes type, person, seals and lock role from them; where a unit has a main lock and secondary
 * ones, the hall decides which is which.
 */
@Component
class CarriedItems {

  private final CertificateRegister register;
  private final ApplicantFacts facts;

  CarriedItems(CertificateRegister register, ApplicantFacts facts) {
    this.register = register;
    this.facts = facts;
  }

  /**
   * @param items one per certificate
   * @throws Refusal RULE naming each item without a certificate of the account
   */
  List<ItemForm> of(
      long accountId,
      HallSettings settings,
      Service service,
      Holder holder,
      List<ItemForm> items,
      String orderNo) {
    if (service == Service.NEW) {
      return roles(accountId, settings, holder, items, orderNo);
    }
    Map<String, HeldCertificate> known = certificates(items);
    List<Problem> problems = new ArrayList<>();
    List<ItemForm> carried = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ItemForm item = items.get(i);
      String path = "items[" + i + "].certificateSerial";
      String serial = item.certificateSerial();
      if (serial == null || serial.isBlank()) {
        problems.add(Problem.of(path, "FIELD_REQUIRED"));
        continue;
      }
      HeldCertificate certificate = known.get(serial);
      if (isOwn(certificate, accountId, settings)) {
        if (certificate.holder() != holder) {
          problems.add(Problem.of(path, "CERTIFICATE_OF_OTHER_HOLDER"));
        }
        carried.add(carried(settings, service, certificate, item));
      } else if (ServiceMoves.takesUnknown(service)) {
        carried.add(typed(holder, item, serial));
      } else {
        problems.add(Problem.of(path, "CERTIFICATE_UNKNOWN", serial));
      }
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    return carried;
  }

  /** Certificates by the serial the items name them by. */
  Map<String, HeldCertificate> certificates(List<ItemForm> items) {
    List<String> serials =
        items.stream()
            .map(ItemForm::certificateSerial)
            .filter(Objects::nonNull)
            .filter(serial -> !serial.isBlank())
            .toList();
    return serials.isEmpty() ? Map.of() : register.all(serials);
  }

  static boolean isOwn(
      @org.jspecify.annotations.Nullable HeldCertificate certificate,
      long accountId,
      HallSettings settings) {
    return certificate != null
        && certificate.accountId() == accountId
        && certificate.hall().equals(settings.code());
  }

  private static ItemForm carried(
      HallSettings settings, Service service, HeldCertificate certificate, ItemForm asked) {
    List<String> seals =
        service == Service.ADD_SEAL
            ? asked.seals()
            : ServiceMoves.carriesSeals(service) ? certificate.seals() : List.of();
    return new ItemForm(
        certificate.type(),
        certificate.personId(),
        years(settings, service, certificate.years(), asked.years()),
        1,
        seals,
        certificate.secondaryLock(),
        certificate.serial());
  }

  private static int years(HallSettings settings, Service service, int certified, int asked) {
    HallSettings.Years range = settings.years(service.name());
    if (settings.asksYears(service.name())) {
      return asked == 0 && range.min() == range.max() ? range.min() : asked;
    }
    return Math.clamp(certified, range.min(), range.max());
  }

  private static ItemForm typed(Holder holder, ItemForm item, String serial) {
    CertificateType type = holder == Holder.PERSON ? CertificateType.PERSON : CertificateType.ORG;
    return new ItemForm(
        item.type() == null ? type : item.type(),
        null,
        1,
        1,
        List.of(),
        false,
        serial.strip().toUpperCase(Locale.ROOT));
  }

  /** The first lock of a unit is its main one, every later one secondary (fees: GX). */
  private List<ItemForm> roles(
      long accountId, HallSettings settings, Holder holder, List<ItemForm> items, String orderNo) {
    if (!settings.locks().mainAndSecondary() || holder != Holder.ORGANISATION) {
      return items;
    }
    boolean main = facts.hasMainLock(accountId, settings.code(), orderNo);
    int chosen = main ? -1 : 0;
    for (int i = 0; i < items.size() && !main; i++) {
      if (!items.get(i).secondary()) {
        chosen = i;
        break;
      }
    }
    List<ItemForm> roles = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ItemForm item = items.get(i);
      roles.add(
          new ItemForm(
              item.type(),
              item.personId(),
              item.years(),
              item.copies(),
              item.seals(),
              i != chosen,
              item.certificateSerial()));
    }
    return roles;
  }
}
