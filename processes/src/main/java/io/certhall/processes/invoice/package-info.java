/** Invoice records. */
@NullMarked
package io.certhall.processes.invoice;

import org.jspecify.annotations.NullMarked;
