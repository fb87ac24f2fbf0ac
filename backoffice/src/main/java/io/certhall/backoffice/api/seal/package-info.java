/** REST: electronic seals. */
@NullMarked
package io.certhall.backoffice.api.seal;

import org.jspecify.annotations.NullMarked;
