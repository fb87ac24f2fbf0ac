/** Electronic seals after GB/T 38540: the signed structures and the key that signs them. */
@NullMarked
package io.certhall.workers.seal;

import org.jspecify.annotations.NullMarked;
