/** OCSP answers and revocation lists: signed ahead, signed anew at once when a status changes. */
@NullMarked
package io.certhall.workers.status;

import org.jspecify.annotations.NullMarked;
