/** Who is signed in, and what is open to whom. */
@NullMarked
package io.certhall.backoffice.security;

import org.jspecify.annotations.NullMarked;
