package io.certhall.workers.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.certhall.processes.engine.PolicyDeployment;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import org.junit.jupiter.api.Test;

@LifecycleTest
class EveryHallTest {

  private final PublishedPolicies policies;
  private final PolicyDeployment deployment;

  EveryHallTest(PublishedPolicies policies, PolicyDeployment deployment) {
    this.policies = policies;
    this.deployment = deployment;
  }

  @Test
  void the_engine_takes_the_process_of_every_hall() {
    assertThat(policies.active())
        .extracting(PublishedPolicy::hall)
        .contains("gscamce", "cfca-suqian", "gxca-suqian", "sdca", "chinagas", "szca-hunan");
    assertThat(policies.active())
        .allSatisfy(
            policy ->
                assertThatCode(() -> deployment.pin(policy.id()))
                    .as(policy.hall())
                    .doesNotThrowAnyException());
  }
}
