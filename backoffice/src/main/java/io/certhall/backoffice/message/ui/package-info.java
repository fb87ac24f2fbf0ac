/** Messages inside the hall. */
@NullMarked
package io.certhall.backoffice.message.ui;

import org.jspecify.annotations.NullMarked;
