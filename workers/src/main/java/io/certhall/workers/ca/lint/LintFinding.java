package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.fault.CaText;
import java.util.Locale;

/**
 * One reason not to sign.
 *
 * @param certificate the profile's name, e.g. {@code ORG/signing}
 * @param detail the value at fault; never a person's ID number
 */
public record LintFinding(LintRule rule, String certificate, String detail) {

  /** Code and reason in the reader's language. */
  public String reason(Locale locale) {
    return rule + " [" + certificate + "] " + CaText.of(locale, "lint." + rule.name(), detail);
  }

  @Override
  public String toString() {
    return reason(Locale.SIMPLIFIED_CHINESE);
  }
}
