/** Money that comes in through a provider and goes back the same way. */
@NullMarked
package io.certhall.processes.payment;

import org.jspecify.annotations.NullMarked;
