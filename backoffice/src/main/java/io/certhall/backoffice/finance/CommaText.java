package io.certhall.backoffice.finance;

import java.util.ArrayList;
import java.util.List;

/** Rows of text separated by commas, or tabs where the first line has some (RFC 4180). */
final class CommaText {

  private CommaText() {}

  static List<List<String>> rows(String text) {
    char separator = text.lines().findFirst().orElse("").indexOf('\t') >= 0 ? '\t' : ',';
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == separator) {
        row.add(clean(cell));
      } else if (c == '\n') {
        row.add(clean(cell));
        rows.add(row);
        row = new ArrayList<>();
      } else {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(clean(cell));
      rows.add(row);
    }
    return rows;
  }

  /** Spreadsheets keep long numbers by a leading apostrophe or as ="…". */
  private static String clean(StringBuilder cell) {
    String text = cell.toString().strip();
    cell.setLength(0);
    if (text.startsWith("=")) {
      text = text.substring(1);
    }
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
