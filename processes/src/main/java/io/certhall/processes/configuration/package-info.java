/** Spring wiring of this module: database, jOOQ, clock. */
@NullMarked
package io.certhall.processes.configuration;

import org.jspecify.annotations.NullMarked;
