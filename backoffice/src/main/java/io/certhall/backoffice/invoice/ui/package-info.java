/** The list of invoices with their files. */
@NullMarked
package io.certhall.backoffice.invoice.ui;

import org.jspecify.annotations.NullMarked;
