/** What managers have the holders of certificates told. */
@NullMarked
package io.certhall.backoffice.announcement;

import org.jspecify.annotations.NullMarked;
