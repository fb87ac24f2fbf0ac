/** Who acts, and with which rights. */
@NullMarked
package io.certhall.processes.security;

import org.jspecify.annotations.NullMarked;
