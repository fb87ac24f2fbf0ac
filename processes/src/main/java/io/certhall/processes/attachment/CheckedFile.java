package io.certhall.processes.attachment;

import io.certhall.processes.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file from outside whose content is what it claims to be: recognised by its bytes, whole,
 * readable and of an allowed kind.
 *
 * @param fileName safe to show and store
 * @param format pdf, jpg, png, gif or bmp
 */
public record CheckedFile(String fileName, String format, byte[] content) {

  /**
   * @param content closed by the caller; read up to one byte more than is allowed
   * @param otherwise base name when nothing is left of the given one
   * @throws Refusal TOO_LARGE, UNSUPPORTED_TYPE, or RULE FILE_EMPTY
   */
  public static CheckedFile read(
      InputStream content,
      @Nullable String fileName,
      long maxBytes,
      List<String> formats,
      String otherwise)
      throws IOException {
    byte[] bytes = FileCheck.read(content, maxBytes);
    FileName name = FileName.of(fileName);
    FileKind kind = FileCheck.kind(bytes, name, formats);
    return new CheckedFile(name.as(kind, otherwise), kind.extension(), bytes);
  }

  @Override
  public String toString() {
    return "CheckedFile[format=" + format + ", bytes=" + content.length + "]";
  }
}
