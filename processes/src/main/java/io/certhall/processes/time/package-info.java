/** The hall's clock. */
@NullMarked
package io.certhall.processes.time;

import org.jspecify.annotations.NullMarked;
