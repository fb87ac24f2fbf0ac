/** Special service for machines. */
@NullMarked
package io.certhall.backoffice.api.ticket;

import org.jspecify.annotations.NullMarked;
