/** The page of holidays. */
@NullMarked
package io.certhall.backoffice.calendar.ui;

import org.jspecify.annotations.NullMarked;
