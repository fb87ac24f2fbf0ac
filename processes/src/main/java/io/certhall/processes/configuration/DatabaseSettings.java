package io.certhall.processes.configuration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database: MariaDB 11 or MySQL 8.4/9, reached with MySQL Connector/J.
 *
 * @param url {@code jdbc:mysql://host:port/schema}
 * @param poolSize connections of this process, 1..100
 */
@ConfigurationProperties("certhall.database")
public record DatabaseSettings(
    String url,
    @DefaultValue("certhall") String username,
    @DefaultValue("") String password,
    @DefaultValue("10") int poolSize) {

  public DatabaseSettings {
    if (!url.startsWith("jdbc:mysql://")) {
      throw new IllegalArgumentException(
          "certhall.database.url must look like jdbc:mysql://host:port/schema, but is " + url);
    }
    if (poolSize < 1 || poolSize > 100) {
      throw new IllegalArgumentException("certhall.database.pool-size must be 1..100");
    }
  }
}
