package io.certhall.processes.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of file the hall can look into, recognised by their first bytes, never by their name. */
enum FileKind {
  PDF("application/pdf", List.of("pdf"), bytes("%PDF-")),
  JPEG("image/jpeg", List.of("jpg", "jpeg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
  PNG("image/png", List.of("png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
  GIF("image/gif", List.of("gif"), bytes("GIF8")),
  BMP("image/bmp", List.of("bmp"), bytes("BM"));

  private final String mediaType;
  private final List<String> extensions;
  private final byte[] magic;

  FileKind(String mediaType, List<String> extensions, byte[] magic) {
    this.mediaType = mediaType;
    this.extensions = extensions;
    this.magic = magic;
  }

  static Optional<FileKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  static FileKind ofExtension(String extension) {
    return Arrays.stream(values())
        .filter(kind -> kind.extensions.contains(extension))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown format " + extension));
  }

  /** The extension files of this kind are stored under. */
  String extension() {
    return extensions.getFirst();
  }

  boolean isNamedBy(String extension) {
    return extensions.contains(extension);
  }

  boolean isAmong(List<String> formats) {
    return extensions.stream().anyMatch(formats::contains);
  }

  String mediaType() {
    return mediaType;
  }

  private boolean begins(byte[] content) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
