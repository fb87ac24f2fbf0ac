package io.certhall.standalone;

import io.certhall.backoffice.configuration.BackofficeConfiguration;
import io.certhall.standalone.simulator.SimulatorsConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The back office with the simulators beside it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  BackofficeConfiguration.class,
  SimulatorsConfiguration.class,
  PolicySmsTemplates.class,
  ClockController.class
})
class BackofficeApplication {}
