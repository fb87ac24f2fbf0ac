package io.certhall.backoffice.review.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;

/**
 * Something that can be wrong.
 *
 * @param path where the applicant mends it, e.g. {@code materials.APPLICATION_FORM}
 * @param label what the reviewer reads, in his language
 * @param labelZh what the applicant reads
 * @param ready codes of ready-made reasons; words under {@code reason.<code>}
 */
record Subject(String path, String label, String labelZh, List<String> ready) {

  private static final List<String> FIELD = List.of("DIFFERS", "WRONG", "INCOMPLETE");
  private static final List<String> DOCUMENT =
      List.of(
          "BLURRED",
          "NOT_SEALED",
          "NOT_SIGNED",
          "PAGES_MISSING",
          "DIFFERS",
          "EXPIRED",
          "OTHER_DOCUMENT");
  private static final List<String> SEAL =
      List.of("SEAL_BLURRED", "SEAL_CUT", "SEAL_GROUND", "SEAL_NAME");

  /** A field of the application, under a key of the bundle. */
  static Subject field(String path, String labelKey) {
    return new Subject(
        path,
        io.certhall.backoffice.shell.Texts.of(labelKey),
        I18NProvider.translate(Locale.SIMPLIFIED_CHINESE, labelKey),
        FIELD);
  }

  /** A field under a name of its own. */
  static Subject named(String path, String label, String labelZh) {
    return new Subject(path, label, labelZh, FIELD);
  }

  /** The same field of one of several things, e.g. of the second certificate. */
  Subject of(String owner, String ownerZh) {
    return new Subject(path, owner + " " + label, ownerZh + " " + labelZh, ready);
  }

  /** A document the order must bring. */
  static Subject document(String code, String label, String labelZh) {
    return new Subject(
        "materials." + code, label, labelZh, code.startsWith("SEAL_IMAGE") ? SEAL : DOCUMENT);
  }

  /** What the applicant reads of a ready-made reason. */
  String told(String code) {
    return labelZh
        + "："
        + I18NProvider.translate(Locale.SIMPLIFIED_CHINESE, "staff.reason." + code);
  }
}
