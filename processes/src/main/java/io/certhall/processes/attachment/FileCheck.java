package io.certhall.processes.attachment;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Looks into an uploaded file: it must be what it says, of an allowed kind, whole and readable. */
final class FileCheck {

  private static final String PATH = "file";
  private static final long MEGABYTE = 1024 * 1024;

  private FileCheck() {}

  /**
   * Reads at most one byte more than is allowed.
   *
   * @throws Refusal TOO_LARGE naming the limit, RULE when there is nothing to read
   */
  static byte[] read(InputStream in, long maxBytes) throws IOException {
    byte[] content = in.readNBytes(Math.toIntExact(maxBytes + 1));
    if (content.length > maxBytes) {
      throw refusal(RefusalKind.TOO_LARGE, "TOO_LARGE", size(maxBytes));
    }
    if (content.length == 0) {
      throw Refusal.rule(PATH, "FILE_EMPTY");
    }
    return content;
  }

  /**
   * @param formats allowed, as lower-case extensions
   * @throws Refusal UNSUPPORTED_TYPE naming the allowed formats, or what is wrong with the file
   */
  static FileKind kind(byte[] content, FileName name, List<String> formats) {
    FileKind kind = FileKind.of(content).filter(found -> found.isAmong(formats)).orElse(null);
    if (kind == null) {
      throw unsupported("UNSUPPORTED_TYPE", formats);
    }
    if (kind == FileKind.PDF) {
      PdfCheck.check(content, formats);
    } else {
      ImageCheck.check(kind, content, formats);
    }
    if (name.contradicts(kind)) {
      throw unsupported("FILE_NAME_CONTRADICTS", formats);
    }
    return kind;
  }

  static Refusal unsupported(String code, List<String> formats) {
    return refusal(RefusalKind.UNSUPPORTED_TYPE, code, words(formats));
  }

  static Refusal refusal(RefusalKind kind, String code, Object... args) {
    return new Refusal(kind, List.of(Problem.of(PATH, code, args)));
  }

  private static String words(List<String> formats) {
    return String.join(" / ", formats);
  }

  private static String size(long bytes) {
    return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes / 1024 + " KB";
  }
}
