/** The list of key media and what is done with them by hand. */
@NullMarked
package io.certhall.backoffice.medium.ui;

import org.jspecify.annotations.NullMarked;
