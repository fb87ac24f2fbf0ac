/** Engine commands written with the business change, sent after the commit. */
@NullMarked
package io.certhall.processes.outbox;

import org.jspecify.annotations.NullMarked;
