/** Invoices for machines. */
@NullMarked
package io.certhall.backoffice.api.invoice;

import org.jspecify.annotations.NullMarked;
