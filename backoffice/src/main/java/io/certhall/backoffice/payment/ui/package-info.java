/** Paying an order. */
@NullMarked
package io.certhall.backoffice.payment.ui;

import org.jspecify.annotations.NullMarked;
