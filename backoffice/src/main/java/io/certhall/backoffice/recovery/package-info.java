/** Recovery of escrowed keys. */
@NullMarked
package io.certhall.backoffice.recovery;

import org.jspecify.annotations.NullMarked;
