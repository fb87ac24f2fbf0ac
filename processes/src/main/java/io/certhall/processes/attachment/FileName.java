package io.certhall.processes.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file's name, safe to show, to store and to offer for download. */
final class FileName {

  private static final int LONGEST_BASE = 100;

  /** Control and format characters (also those that reverse text), and what file systems refuse. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}<>:\"|?*%;]");

  /** Extensions that promise a content; after any other dot the name just goes on. */
  private static final Set<String> PROMISING =
      Set.of(
          "pdf", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "svg", "doc",
          "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "ofd", "txt", "htm", "html", "xml",
          "js", "exe", "com", "bat", "cmd", "msi", "scr", "sh", "jar", "zip", "rar", "7z", "gz");

  private final String base;
  private final String extension;

  private FileName(String base, String extension) {
    this.base = base;
    this.extension = extension;
  }

  /**
   * @param given as the browser sent it, perhaps with a path
   */
  static FileName of(@Nullable String given) {
    String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = UNSAFE.matcher(name).replaceAll("").replaceAll("\\s+", " ").strip();
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return PROMISING.contains(extension)
        ? new FileName(name.substring(0, dot), extension)
        : new FileName(name, "");
  }

  /** The name promises another content than the file has. */
  boolean contradicts(FileKind kind) {
    return !extension.isEmpty() && !kind.isNamedBy(extension);
  }

  /**
   * The name with the extension its content deserves.
   *
   * @param otherwise base when nothing is left of the given one
   */
  String as(FileKind kind, String otherwise) {
    String stripped = base.replaceAll("^[. ]+|[. ]+$", "");
    String kept = stripped.isEmpty() ? otherwise : stripped;
    if (kept.codePointCount(0, kept.length()) > LONGEST_BASE) {
      kept = kept.substring(0, kept.offsetByCodePoints(0, LONGEST_BASE)).strip();
    }
    return kept + "." + (extension.isEmpty() ? kind.extension() : extension);
  }
}
