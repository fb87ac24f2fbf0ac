/** A register of persons in the shape of the provider's identity calls. */
@NullMarked
package io.certhall.standalone.simulator.identity;

import org.jspecify.annotations.NullMarked;
