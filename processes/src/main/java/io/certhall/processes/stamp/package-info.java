/** Finds the stamp on a stamped sheet, cuts it out and cleans it. */
@NullMarked
package io.certhall.processes.stamp;

import org.jspecify.annotations.NullMarked;
