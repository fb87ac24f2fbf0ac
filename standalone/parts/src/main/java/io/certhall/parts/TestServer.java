package io.certhall.parts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database server on which tests may create schemas. */
public record TestServer(String host, int port, String username, String password) {
  private static final Pattern ADDRESS =
      Pattern.compile("jdbc:mysql://([^:@/]+)(?::([^@/]*))?@([^:@/]+):(\\d{1,5})/?");

  /**
   * @param url {@code jdbc:mysql://user[:password]@host:port/}
   */
  static TestServer at(String url) {
    Matcher parts = ADDRESS.matcher(url.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "certhall.test.database.url: must look like jdbc:mysql://root@127.0.0.1:3306/, not "
              + url);
    }
    String password = parts.group(2) == null ? "" : parts.group(2);
    return new TestServer(
        parts.group(3), Integer.parseInt(parts.group(4)), parts.group(1), password);
  }

  String url(String schema, boolean create) {
    return "jdbc:mysql://"
        + host
        + ":"
        + port
        + "/"
        + schema
        + "?"
        + DatabaseAccount.settings()
        + DatabaseAccount.creating(create);
  }
}
