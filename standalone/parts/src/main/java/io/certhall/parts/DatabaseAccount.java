package io.certhall.parts;

import java.sql.SQLException;

/** Who logs in, and with which connection settings. */
record DatabaseAccount(String name, String password) {
  private static final int ACCESS_DENIED = 1045;

  String url(int port, String schema, boolean create) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?" + settings() + creating(create);
  }

  static String settings() {
    return "sslMode=DISABLED&allowPublicKeyRetrieval=true&characterEncoding=UTF-8"
        + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
        + "&rewriteBatchedStatements=true&tcpKeepAlive=true&connectTimeout=10000";
  }

  static String creating(boolean create) {
    return create ? "&createDatabaseIfNotExist=true" : "";
  }

  static boolean isRefusal(SQLException e) {
    return e.getErrorCode() == ACCESS_DENIED;
  }

  @Override
  public String toString() {
    return "DatabaseAccount[" + name + "]";
  }
}
