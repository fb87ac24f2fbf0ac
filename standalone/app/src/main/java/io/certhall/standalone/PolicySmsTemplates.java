package io.certhall.standalone;

import io.certhall.processes.notification.ProviderTemplate;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.standalone.simulator.sms.SmsTemplates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The simulated provider has approved whatever the published policies say. */
@Component
class PolicySmsTemplates implements SmsTemplates {

  private final PublishedPolicies policies;

  PolicySmsTemplates(PublishedPolicies policies) {
    this.policies = policies;
  }

  /**
   * @param templateId {@code hall.message}, e.g. gscamce.MSG-01
   */
  @Override
  public @Nullable String text(String templateId) {
    int dot = templateId.lastIndexOf('.');
    if (dot < 0) {
      return null;
    }
    String hall = templateId.substring(0, dot);
    return policies.active().stream()
        .filter(policy -> policy.hall().equals(hall))
        .findFirst()
        .map(PublishedPolicy::messages)
        .flatMap(messages -> messages.find(templateId.substring(dot + 1)))
        .map(template -> ProviderTemplate.of(template).text())
        .orElse(null);
  }
}
