/** Pages of PINs, as staff and applicants see them. */
@NullMarked
package io.certhall.backoffice.secret.ui;

import org.jspecify.annotations.NullMarked;
