/** Orders for lists and pages: exactly the columns shown, keyset paging. */
@NullMarked
package io.certhall.processes.order.query;

import org.jspecify.annotations.NullMarked;
