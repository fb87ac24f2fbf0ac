/** Pages of the identity check. */
@NullMarked
package io.certhall.backoffice.identity.ui;

import org.jspecify.annotations.NullMarked;
