/** Gives money back when a policy says so. */
@NullMarked
package io.certhall.workers.payment;

import org.jspecify.annotations.NullMarked;
