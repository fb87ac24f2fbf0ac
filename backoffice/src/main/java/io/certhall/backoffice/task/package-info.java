/** Staff's work: lists that stay fresh. */
@NullMarked
package io.certhall.backoffice.task;

import org.jspecify.annotations.NullMarked;
