package io.certhall.backoffice.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a merchant's settings; what is missing is named by its full name. */
final class MerchantSetting {

  static final String DEFAULT = "default";

  private final String prefix;

  /**
   * @param prefix of the settings of all merchants of one provider
   */
  MerchantSetting(String prefix) {
    this.prefix = prefix;
  }

  <T> T present(String hall, String setting, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(prefix + "." + hall + "." + setting + " must be set");
    }
    return value;
  }

  String read(String hall, String setting, @Nullable Path file) {
    Path present = present(hall, setting, file);
    try {
      return Files.readString(present);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key file " + present, e);
    }
  }
}
