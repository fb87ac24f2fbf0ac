package io.certhall.processes.organisation;

import java.util.Locale;
import java.util.Optional;

/** The document that proves an organisation (机构证件类型). */
public enum InstitutionDocument {
  /** 统一社会信用代码证 / 营业执照. */
  CREDIT_CODE,
  /** 组织机构代码证. */
  ORGANISATION_CODE,
  OTHER;

  public static Optional<InstitutionDocument> parse(String text) {
    try {
      return Optional.of(valueOf(text.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
