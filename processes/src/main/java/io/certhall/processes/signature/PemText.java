package io.certhall.processes.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that may be text: PEM, or base64 without its frame. */
final class PemText {

  private static final Pattern FRAMED =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
  private static final Pattern BARE = Pattern.compile("\\s*[A-Za-z0-9+/\\s]{16,}={0,2}\\s*");

  private PemText() {}

  /**
   * The bytes inside; a file that is no text as it is.
   *
   * @param label of the PEM block wanted, e.g. CERTIFICATE
   * @throws IllegalArgumentException for text of another label or broken base64
   */
  static byte[] der(byte[] file, String label) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    Matcher framed = FRAMED.matcher(text);
    boolean any = false;
    while (framed.find()) {
      any = true;
      if (framed.group(1).equals(label)) {
        return Base64.getMimeDecoder().decode(framed.group(2));
      }
    }
    if (any) {
      throw new IllegalArgumentException("no " + label);
    }
    return BARE.matcher(text).matches() ? Base64.getMimeDecoder().decode(text) : file;
  }
}
