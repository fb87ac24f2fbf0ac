/** The payer's phone, the same for every simulated provider. */
@NullMarked
package io.certhall.standalone.simulator.wallet;

import org.jspecify.annotations.NullMarked;
