/** Issues invoices. */
@NullMarked
package io.certhall.workers.invoice;

import org.jspecify.annotations.NullMarked;
