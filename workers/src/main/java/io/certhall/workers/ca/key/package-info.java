/** Keys that sign, and the files that hold them. */
@NullMarked
package io.certhall.workers.ca.key;

import org.jspecify.annotations.NullMarked;
