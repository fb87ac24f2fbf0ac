/** An order as the database holds it: states, tracks, items, lines, history. */
@NullMarked
package io.certhall.processes.order;

import org.jspecify.annotations.NullMarked;
