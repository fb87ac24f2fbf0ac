/**
 * Certificate status for relying parties, as signed ahead by the workers; no key is needed here.
 */
@NullMarked
package io.certhall.backoffice.api.status;

import org.jspecify.annotations.NullMarked;
