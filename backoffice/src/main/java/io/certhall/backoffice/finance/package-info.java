/** The finance desk: transfers to look for, refunds to see through. */
@NullMarked
package io.certhall.backoffice.finance;

import org.jspecify.annotations.NullMarked;
