/** What applicants think of the service. */
@NullMarked
package io.certhall.processes.rating;

import org.jspecify.annotations.NullMarked;
