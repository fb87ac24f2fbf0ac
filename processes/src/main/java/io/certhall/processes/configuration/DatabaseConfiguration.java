package io.certhall.processes.configuration;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The pool and the jOOQ settings that hold on MariaDB and MySQL alike. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@EnableTransactionManagement
public class DatabaseConfiguration {

  @Bean
  HikariDataSource dataSource(DatabaseSettings settings) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("certhall");
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.username());
    pool.setPassword(settings.password());
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setMinimumIdle(Math.min(2, settings.poolSize()));
    pool.setConnectionTimeout(15_000);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.addDataSourceProperty("connectionTimeZone", "UTC");
    pool.addDataSourceProperty("preserveInstants", "false");
    // Prepared once per connection and kept: halves the server's work per statement.
    pool.addDataSourceProperty("useServerPrepStmts", "true");
    pool.addDataSourceProperty("cachePrepStmts", "true");
    pool.addDataSourceProperty("prepStmtCacheSize", "300");
    pool.addDataSourceProperty("prepStmtCacheSqlLimit", "8192");
    pool.addDataSourceProperty("useLocalSessionState", "true");
    pool.addDataSourceProperty("cacheServerConfiguration", "true");
    pool.addDataSourceProperty("elideSetAutoCommits", "true");
    pool.addDataSourceProperty("maintainTimeStats", "false");
    pool.addDataSourceProperty("allowPublicKeyRetrieval", "true");
    return pool;
  }

  @Bean
  DefaultConfigurationCustomizer jooqOnThisServer(DataSource dataSource) throws SQLException {
    SQLDialect dialect = dialectOf(dataSource);
    return configuration ->
        configuration
            .set(dialect)
            .set(
                new Settings()
                    .withRenderSchema(false)
                    .withRenderQuotedNames(RenderQuotedNames.NEVER)
                    .withRenderGroupConcatMaxLenSessionVariable(false)
                    .withExecuteLogging(false)
                    // Fewer texts to prepare: 5, 6 or 7 numbers are asked for like 8.
                    .withInListPadding(true)
                    .withExecuteWithOptimisticLocking(true));
  }

  /** The dialect follows the server: MYSQL on MariaDB breaks on JSON binds and upserts. */
  private static SQLDialect dialectOf(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      String product = server.getDatabaseProductName() + server.getDatabaseProductVersion();
      return product.toLowerCase(Locale.ROOT).contains("mariadb")
          ? SQLDialect.MARIADB
          : SQLDialect.MYSQL;
    }
  }
}
