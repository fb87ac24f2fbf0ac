package io.certhall.processes.payment;

import org.jspecify.annotations.Nullable;

/**
 * How the payer goes on: a code to scan, a page to open, or both.
 *
 * @param codeUrl text of the QR code
 * @param payUrl page of the provider
 */
public record PrepayResult(@Nullable String codeUrl, @Nullable String payUrl) {

  public PrepayResult {
    if (codeUrl == null && payUrl == null) {
      throw new IllegalArgumentException("a prepay result needs codeUrl or payUrl");
    }
  }
}
