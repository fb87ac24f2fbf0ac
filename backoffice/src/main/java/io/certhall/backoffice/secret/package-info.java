/** PINs under way, as staff and applicants see them. */
@NullMarked
package io.certhall.backoffice.secret;

import org.jspecify.annotations.NullMarked;
