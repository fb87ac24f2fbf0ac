/** Sheets of parcels. */
@NullMarked
package io.certhall.backoffice.delivery;

import org.jspecify.annotations.NullMarked;
