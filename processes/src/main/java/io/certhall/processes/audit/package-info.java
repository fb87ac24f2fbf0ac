/** Who did what, written in the transaction of the change. */
@NullMarked
package io.certhall.processes.audit;

import org.jspecify.annotations.NullMarked;
