/** The identity check for machines. */
@NullMarked
package io.certhall.backoffice.api.identity;

import org.jspecify.annotations.NullMarked;
