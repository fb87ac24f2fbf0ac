/** What the hall does by the clock, on whichever node comes first. */
@NullMarked
package io.certhall.backoffice.schedule;

import org.jspecify.annotations.NullMarked;
