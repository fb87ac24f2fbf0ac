/** The page where an administrator decides about issues in doubt. */
@NullMarked
package io.certhall.backoffice.reconciliation.ui;

import org.jspecify.annotations.NullMarked;
