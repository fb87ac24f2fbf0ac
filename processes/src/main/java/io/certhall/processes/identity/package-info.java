/** Who applies proves on a phone who he is, before the order goes on. */
@NullMarked
package io.certhall.processes.identity;

import org.jspecify.annotations.NullMarked;
