/** The working calendar as managers keep it. */
@NullMarked
package io.certhall.backoffice.calendar;

import org.jspecify.annotations.NullMarked;
