/** Applying for certificates and following an order. */
@NullMarked
package io.certhall.backoffice.order.ui;

import org.jspecify.annotations.NullMarked;
