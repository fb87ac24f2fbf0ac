/** The key officers' page. */
@NullMarked
package io.certhall.backoffice.recovery.ui;

import org.jspecify.annotations.NullMarked;
