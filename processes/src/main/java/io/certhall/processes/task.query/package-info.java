/** Work lists. */
@NullMarked
package io.certhall.processes.task.query;

import org.jspecify.annotations.NullMarked;
