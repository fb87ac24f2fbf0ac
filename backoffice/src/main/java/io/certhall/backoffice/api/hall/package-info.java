/** REST: halls, their materials and prices; public. */
@NullMarked
package io.certhall.backoffice.api.hall;

import org.jspecify.annotations.NullMarked;
