/** Finds orders that stand still, repairs what is safe to repair and reports the rest. */
@NullMarked
package io.certhall.processes.sweep;

import org.jspecify.annotations.NullMarked;
