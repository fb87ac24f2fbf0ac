/** What needs an operator. */
@NullMarked
package io.certhall.backoffice.incident;

import org.jspecify.annotations.NullMarked;
