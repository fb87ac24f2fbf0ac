/** Invoices as the finance desk sees them. */
@NullMarked
package io.certhall.backoffice.invoice;

import org.jspecify.annotations.NullMarked;
