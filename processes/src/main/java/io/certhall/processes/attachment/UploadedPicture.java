package io.certhall.processes.attachment;

import io.certhall.processes.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture that is not one of an order's documents, checked as strictly as those. */
public final class UploadedPicture {

  private UploadedPicture() {}

  /**
   * Reads at most one byte more than is allowed.
   *
   * @param fileName as the browser sent it
   * @param formats allowed, as lower-case extensions
   * @throws Refusal TOO_LARGE, UNSUPPORTED_TYPE, RULE when there is nothing to read
   * @throws IOException when the file does not arrive
   */
  public static StoredFile read(
      @Nullable String fileName, InputStream content, List<String> formats, long maxBytes)
      throws IOException {
    byte[] bytes = FileCheck.read(content, maxBytes);
    FileName name = FileName.of(fileName);
    FileKind kind = FileCheck.kind(bytes, name, formats);
    return new StoredFile(name.as(kind, "picture"), kind.extension(), bytes);
  }
}
