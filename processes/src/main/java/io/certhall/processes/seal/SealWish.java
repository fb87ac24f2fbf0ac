package io.certhall.processes.seal;

import io.certhall.bpmn.SealForm;

/**
 * A seal to be made for a certificate.
 *
 * @param code of the hall's catalogue
 * @param name what the holder calls it, e.g. 公章
 * @param form what it usually looks like
 * @param owner whose name it shows: the unit's, or the person's
 */
public record SealWish(String code, String name, SealForm form, String owner, SealPicture picture) {

  /** The name in the signed structure: owner and kind. */
  public String fullName() {
    return owner + name;
  }
}
