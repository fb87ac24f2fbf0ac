/** REST: the work lists of staff. */
@NullMarked
package io.certhall.backoffice.api.task;

import org.jspecify.annotations.NullMarked;
