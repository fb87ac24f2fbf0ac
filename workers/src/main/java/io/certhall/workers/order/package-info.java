/** Ends orders when the engine says so. */
@NullMarked
package io.certhall.workers.order;

import org.jspecify.annotations.NullMarked;
