/** What the public may ask about an order without logging in. */
@NullMarked
package io.certhall.processes.portal;

import org.jspecify.annotations.NullMarked;
