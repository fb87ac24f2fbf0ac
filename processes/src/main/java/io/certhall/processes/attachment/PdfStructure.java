package io.certhall.processes.attachment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PDF's own tables may be compressed, and a parser unfolds them before it knows how large they
 * get: a few kilobytes could fill all memory. So they are measured first, without keeping anything.
 */
final class PdfStructure {

  /** Tables of ten thousand pages need some megabytes. */
  static final long MOST_BYTES = 48L * 1024 * 1024;

  private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");
  private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern COUNT = Pattern.compile("/N\\s+\\d");
  private static final Pattern FILTER =
      Pattern.compile("/Filter\\s*(\\[\\s*)?/FlateDecode\\s*(])?");

  private PdfStructure() {}

  /** Whether tables are compressed in a way nobody uses, or unfold into more than a PDF needs. */
  static boolean unfoldsTooFar(byte[] content) {
    // One byte is one character: positions are the same in both.
    String text = new String(content, StandardCharsets.ISO_8859_1);
    Matcher stream = STREAM.matcher(text);
    long left = MOST_BYTES;
    int from = 0;
    while (stream.find()) {
      String dictionary = plain(text.substring(from, stream.start()));
      from = stream.end();
      if (!isTable(dictionary) || !dictionary.contains("/Filter")) {
        continue;
      }
      if (!isFlateOnly(dictionary)) {
        return true;
      }
      left -= unfolded(content, from, left);
      if (left <= 0) {
        return true;
      }
    }
    return false;
  }

  /** Names may be written with escapes, {@code /#4FbjStm}. */
  private static String plain(String dictionary) {
    return dictionary.indexOf('#') < 0
        ? dictionary
        : ESCAPE
            .matcher(dictionary)
            .replaceAll(
                hex ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
  }

  /** The text before a stream may hold other objects too: outlines also have a {@code /First}. */
  private static boolean isTable(String dictionary) {
    return dictionary.contains("/ObjStm")
        || dictionary.contains("/XRef")
        || (dictionary.contains("/First") && COUNT.matcher(dictionary).find());
  }

  private static boolean isFlateOnly(String dictionary) {
    Matcher filter = FILTER.matcher(dictionary);
    return filter.find() && (filter.group(1) == null) == (filter.group(2) == null);
  }

  private static long unfolded(byte[] content, int from, long most) {
    Inflater inflater = new Inflater();
    byte[] sink = new byte[64 * 1024];
    long bytes = 0;
    try {
      inflater.setInput(content, from, content.length - from);
      while (bytes <= most) {
        int some = inflater.inflate(sink);
        if (some == 0) {
          break;
        }
        bytes += some;
      }
    } catch (DataFormatException e) {
      // The parser will say so.
      return bytes;
    } finally {
      inflater.end();
    }
    return bytes;
  }
}
