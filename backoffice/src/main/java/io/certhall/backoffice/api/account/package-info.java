/** REST: registration, passwords, the caller's own account. */
@NullMarked
package io.certhall.backoffice.api.account;

import org.jspecify.annotations.NullMarked;
