package io.certhall.workers.lifecycle;

import io.certhall.parts.TemporaryEngines;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the context at this JVM's temporary engine. */
final class TestEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "certhall.engine.grpc-address=" + TemporaryEngines.shared().grpcAddress(),
            "certhall.simulators.enabled=true")
        .applyTo(context);
  }
}
