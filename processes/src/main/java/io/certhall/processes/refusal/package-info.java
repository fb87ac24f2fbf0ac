/** The one typed error: what was refused and why; the front end makes the words. */
@NullMarked
package io.certhall.processes.refusal;

import org.jspecify.annotations.NullMarked;
