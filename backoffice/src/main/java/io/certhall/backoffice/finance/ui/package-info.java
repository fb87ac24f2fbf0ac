/** Pages of the finance desk. */
@NullMarked
package io.certhall.backoffice.finance.ui;

import org.jspecify.annotations.NullMarked;
