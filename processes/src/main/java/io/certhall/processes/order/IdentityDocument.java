package io.certhall.processes.order;

import java.util.Set;
import java.util.regex.Pattern;

/** What people show who they are with, each with the form of its number. */
public enum IdentityDocument {
  /** 居民身份证. */
  RESIDENT_ID("\\d{17}[\\dX]", "ID_NUMBER_INVALID"),
  /** 护照. */
  PASSPORT("[A-Z0-9]{5,20}", "ID_DOCUMENT_INVALID"),
  /** 军官证. */
  OFFICER_ID("[\\p{L}\\d]{4,20}", "ID_DOCUMENT_INVALID"),
  /** 港澳居民来往内地通行证: a letter for the place and eight digits, older ones with two more. */
  HK_MACAO_PERMIT("[HM]\\d{8}(\\d{2})?", "HK_MACAO_PERMIT_INVALID"),
  /** 台湾居民来往大陆通行证: eight digits, older ones ten. */
  TAIWAN_PERMIT("\\d{8}(\\d{2})?", "TAIWAN_PERMIT_INVALID"),
  /** 外国人永久居留身份证: 18 characters from 2023 on, 15 before. */
  RESIDENCE_PERMIT("9\\d{16}[\\dX]|[A-Z]{3}\\d{12}", "RESIDENCE_PERMIT_INVALID"),
  /** Anything else with a number. */
  OTHER("[\\p{L}\\d][\\p{L}\\d /.()-]{2,39}", "ID_DOCUMENT_INVALID");

  /** What a certificate can name its holder by. */
  public static final Set<IdentityDocument> OF_HOLDERS = Set.of(RESIDENT_ID, PASSPORT, OFFICER_ID);

  private final Pattern form;
  private final String defect;

  IdentityDocument(String form, String defect) {
    this.form = Pattern.compile(form);
    this.defect = defect;
  }

  public Pattern form() {
    return form;
  }

  /** Code of the refusal of a number that is none of this document's. */
  public String defect() {
    return defect;
  }
}
