/** Personal data at rest: encrypted, with keyed hashes for look-up. */
@NullMarked
package io.certhall.processes.privacy;

import org.jspecify.annotations.NullMarked;
