/** Parts of staff's work lists, the search over orders and the page of one order. */
@NullMarked
package io.certhall.backoffice.task.ui;

import org.jspecify.annotations.NullMarked;
