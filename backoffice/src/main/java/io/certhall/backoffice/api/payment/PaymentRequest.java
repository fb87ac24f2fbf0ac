package io.certhall.backoffice.api.payment;

import io.certhall.processes.payment.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** How the payer wants to pay. */
record PaymentRequest(@Nullable PaymentMethod method) {}
