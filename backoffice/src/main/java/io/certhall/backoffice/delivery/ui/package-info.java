/** Parcels and the counter: keys reach their holders. */
@NullMarked
package io.certhall.backoffice.delivery.ui;

import org.jspecify.annotations.NullMarked;
