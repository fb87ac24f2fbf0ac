/** Spring wiring of the workers. */
@NullMarked
package io.certhall.workers.configuration;

import org.jspecify.annotations.NullMarked;
