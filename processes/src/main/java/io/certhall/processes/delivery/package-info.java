/** Courier and pickup: the key reaches its holder. */
@NullMarked
package io.certhall.processes.delivery;

import org.jspecify.annotations.NullMarked;
