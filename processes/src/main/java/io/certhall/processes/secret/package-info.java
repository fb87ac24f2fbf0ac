/** How a key's first PIN reaches its holder. */
@NullMarked
package io.certhall.processes.secret;

import org.jspecify.annotations.NullMarked;
