/** The commands of the key ceremony. */
@NullMarked
package io.certhall.workers.ceremony;

import org.jspecify.annotations.NullMarked;
