/** The rules a certificate must pass before it is signed. */
@NullMarked
package io.certhall.workers.ca.lint;

import org.jspecify.annotations.NullMarked;
