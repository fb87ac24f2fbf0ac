/** The way from a page to the key on the user's machine. */
@NullMarked
package io.certhall.backoffice.key;

import org.jspecify.annotations.NullMarked;
