package io.certhall.backoffice.medium.ui;

import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.medium.KeyMedium;

/** How a key's facts are told. */
final class MediumWords {

  private MediumWords() {}

  static String model(String model) {
    return model.equals(KeyMedium.UNKNOWN_MODEL) ? Texts.of("medium.unlistedModel") : model;
  }
}
