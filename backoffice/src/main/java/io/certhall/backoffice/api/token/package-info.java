/** REST: login and bearer tokens. */
@NullMarked
package io.certhall.backoffice.api.token;

import org.jspecify.annotations.NullMarked;
