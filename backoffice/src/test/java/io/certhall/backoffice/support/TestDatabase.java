package io.certhall.backoffice.support;

import io.certhall.parts.TemporaryDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.util.FileSystemUtils;

/** Gives a context an empty schema and an empty data folder, gone when it closes. */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Path data = createFolder();
    TestPropertyValues.of(
            "certhall.database.url=" + TemporaryDatabases.freshSchema(),
            "certhall.database.username=" + TemporaryDatabases.username(),
            "certhall.database.password=" + TemporaryDatabases.password(),
            "certhall.engine.grpc-address=http://127.0.0.1:9",
            "certhall.schedule.enabled=false",
            "certhall.data=" + data)
        .applyTo(context);
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent) {
            delete(data);
          }
        });
  }

  private static Path createFolder() {
    try {
      return Files.createTempDirectory("certhall-backoffice-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
