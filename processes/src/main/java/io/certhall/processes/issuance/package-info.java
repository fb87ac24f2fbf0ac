/** From the producer's desk to the stored certificate pair. */
@NullMarked
package io.certhall.processes.issuance;

import org.jspecify.annotations.NullMarked;
