/** Encryption keys: made here, kept in escrow, delivered in an envelope. */
@NullMarked
package io.certhall.workers.ca.escrow;

import org.jspecify.annotations.NullMarked;
