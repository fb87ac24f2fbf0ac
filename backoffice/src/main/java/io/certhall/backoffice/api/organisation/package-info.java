/** REST: the caller's organisation, its approval and its people. */
@NullMarked
package io.certhall.backoffice.api.organisation;

import org.jspecify.annotations.NullMarked;
