/** Certificates whose issue ended in doubt. */
@NullMarked
package io.certhall.backoffice.reconciliation;

import org.jspecify.annotations.NullMarked;
