/** REST: paying an order. */
@NullMarked
package io.certhall.backoffice.api.payment;

import org.jspecify.annotations.NullMarked;
