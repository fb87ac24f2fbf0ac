package io.certhall.standalone.simulator.sms;

import org.jspecify.annotations.Nullable;

/** The templates the provider has approved. */
@FunctionalInterface
public interface SmsTemplates {

  /** Text with {@code ${name}} for each parameter, without signature; null when not approved. */
  @Nullable String text(String templateId);
}
