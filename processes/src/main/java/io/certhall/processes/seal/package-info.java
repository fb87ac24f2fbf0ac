/** Electronic seals: their pictures, their life, and who may have them. */
@NullMarked
package io.certhall.processes.seal;

import org.jspecify.annotations.NullMarked;
