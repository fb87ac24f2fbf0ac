/** What can be told with public keys alone; the only place outside the workers that knows them. */
@NullMarked
package io.certhall.processes.signature;

import org.jspecify.annotations.NullMarked;
