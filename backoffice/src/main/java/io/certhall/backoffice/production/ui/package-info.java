/** The producer's desk: keys for certificates. */
@NullMarked
package io.certhall.backoffice.production.ui;

import org.jspecify.annotations.NullMarked;
