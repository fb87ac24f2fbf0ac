package io.certhall.backoffice.api.hall;

import io.certhall.backoffice.api.Language;
import io.certhall.bpmn.HallField;
import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.LocalText;
import java.util.List;

/** A hall with all it offers, in the reader's language. */
record HallBody(
    String code,
    String name,
    String shortName,
    Ca ca,
    String accent,
    String province,
    String city,
    Contacts contacts,
    Pickup pickup,
    boolean profileApprovalRequired,
    List<ServiceOffer> services,
    List<TypeOffer> certificateTypes,
    List<Labelled> seals,
    List<String> deliveryMethods,
    List<String> paymentMethods,
    List<Agreement> agreements,
    Limits limits,
    Registration registration) {

  record Ca(String organisation, String commonName) {}

  record Contacts(String phone, String email, String address, String hours) {}

  record Pickup(String place, String hours, String documents) {}

  record ServiceOffer(String code, boolean enabled, String title, String condition) {}

  record TypeOffer(String code, String label, List<String> seals) {}

  record Labelled(String code, String label) {}

  record Agreement(String code, String version, String title, String text, int countdownSeconds) {}

  /** What is asked of who registers here. */
  record Registration(
      boolean unit, boolean repeatedPassword, boolean captcha, List<Asked> answers) {}

  record Asked(String code, String label, String kind, boolean required, List<Labelled> options) {}

  record Limits(int maxItems, int maxSeals, int minYears, int maxYears) {}

  static HallBody of(HallSettings hall, Language language) {
    Words words = new Words(language.code());
    return new HallBody(
        hall.code(),
        words.of(hall.name()),
        words.of(hall.shortName()),
        new Ca(hall.ca().organisation(), hall.ca().commonName()),
        hall.accent(),
        hall.province(),
        hall.city(),
        new Contacts(
            hall.contacts().phone(),
            hall.contacts().email(),
            words.of(hall.contacts().address()),
            words.of(hall.contacts().hours())),
        new Pickup(
            words.of(hall.pickup().place()),
            words.of(hall.pickup().hours()),
            words.of(hall.pickup().documents())),
        hall.profileApprovalRequired(),
        hall.services().stream().map(words::service).toList(),
        hall.certificateTypes().stream().map(words::type).toList(),
        hall.seals().stream()
            .map(seal -> new Labelled(seal.code(), words.of(seal.label())))
            .toList(),
        hall.deliveryMethods(),
        hall.paymentMethods(),
        hall.agreements().stream().map(words::agreement).toList(),
        new Limits(
            hall.limits().maxItems(), hall.limits().maxSeals(), hall.minYears(), hall.maxYears()),
        new Registration(
            hall.registration().unit(),
            hall.registration().repeatedPassword(),
            hall.registration().captcha(),
            hall.registrationFields().stream().map(words::asked).toList()));
  }

  private record Words(String language) {

    String of(LocalText text) {
      return text.in(language);
    }

    ServiceOffer service(HallSettings.ServiceOffer offer) {
      return new ServiceOffer(
          offer.code(), offer.enabled(), of(offer.title()), of(offer.condition()));
    }

    TypeOffer type(HallSettings.CertificateType type) {
      return new TypeOffer(type.code(), of(type.label()), type.seals());
    }

    Asked asked(HallField field) {
      return new Asked(
          field.code(),
          of(field.label()),
          field.kind().name(),
          field.required(),
          field.options().stream()
              .map(option -> new Labelled(option.code(), of(option.label())))
              .toList());
    }

    Agreement agreement(HallSettings.Agreement agreement) {
      return new Agreement(
          agreement.code(),
          agreement.version(),
          of(agreement.title()),
          of(agreement.text()),
          agreement.countdownSeconds());
    }
  }
}
