package io.certhall.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class SimulatorsConfigurationTest {

  @Test
  void without_the_switch_there_is_no_simulator() {
    new WebApplicationContextRunner()
        .withUserConfiguration(SimulatorsConfiguration.class)
        .run(
            context ->
                assertThat(context.getBeanDefinitionNames())
                    .noneMatch(
                        name -> {
                          Class<?> type = context.getType(name);
                          return type != null
                              && type.getPackageName()
                                  .startsWith("io.certhall.standalone.simulator");
                        }));
  }
}
