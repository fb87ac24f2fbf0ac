/** Recovery of escrowed encryption keys, approved by several officers. */
@NullMarked
package io.certhall.processes.recovery;

import org.jspecify.annotations.NullMarked;
