package io.certhall.processes.attachment;

/**
 * A file with its content, as it was uploaded.
 *
 * @param format pdf, jpg, png, gif or bmp; {@link #mediaType()} follows from it
 */
public record StoredFile(String fileName, String format, byte[] content) {

  public String mediaType() {
    return FileKind.ofExtension(format).mediaType();
  }

  @Override
  public String toString() {
    return "StoredFile[format=" + format + ", bytes=" + content.length + "]";
  }
}
