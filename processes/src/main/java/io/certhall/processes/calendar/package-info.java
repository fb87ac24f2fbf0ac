/** Working days, holidays and the times promised by them. */
@NullMarked
package io.certhall.processes.calendar;

import org.jspecify.annotations.NullMarked;
