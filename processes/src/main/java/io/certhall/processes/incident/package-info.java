/** Work that no repetition will mend: seen, mended and retried by a person. */
@NullMarked
package io.certhall.processes.incident;

import org.jspecify.annotations.NullMarked;
