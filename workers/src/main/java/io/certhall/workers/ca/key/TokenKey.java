package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/**
 * Where a CA key is on a hardware module: a file of four lines beside the certificate.
 *
 * @param library the vendor's PKCS#11 library
 * @param token the token's label
 * @param label of the key on the token
 * @param pinFile holds the token's PIN; readable by its owner only
 */
public record TokenKey(Path library, String token, String label, PasswordFile pinFile) {

  private static final Set<String> FIELDS = Set.of("library", "token", "key", "pin-file");

  /**
   * @throws CaFault FIELD_MISSING or FIELD_INVALID, naming the field
   */
  public static TokenKey read(Path file) {
    var properties = new Properties();
    try {
      properties.load(
          new StringReader(new String(DurableFile.readSecret(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new CaFault(e, FaultCode.FILE_UNREADABLE, file, e.getMessage());
    }
    for (var field : properties.stringPropertyNames()) {
      if (!FIELDS.contains(field)) {
        throw new CaFault(FaultCode.FIELD_INVALID, file + ": " + field, "∉ " + FIELDS);
      }
    }
    return new TokenKey(
        Path.of(field(properties, file, "library")),
        field(properties, file, "token"),
        field(properties, file, "key"),
        new PasswordFile(file.resolveSibling(field(properties, file, "pin-file"))));
  }

  private static String field(Properties properties, Path file, String name) {
    var value = properties.getProperty(name, "").strip();
    if (value.isEmpty()) {
      throw new CaFault(FaultCode.FIELD_MISSING, file + ": " + name);
    }
    return value;
  }

  public void write(Path file) {
    var text =
        "library="
            + escaped(library.toAbsolutePath().toString())
            + "\ntoken="
            + escaped(token)
            + "\nkey="
            + escaped(label)
            + "\npin-file="
            + escaped(pinFile.path().toAbsolutePath().toString())
            + "\n";
    DurableFile.writeSecret(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\");
  }
}
