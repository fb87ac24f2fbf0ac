/** Which merchant accounts take the halls' money. */
@NullMarked
package io.certhall.backoffice.payment;

import org.jspecify.annotations.NullMarked;
