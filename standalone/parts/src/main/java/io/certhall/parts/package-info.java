/** The local database and the local engine: child processes that live and die with the hall. */
@NullMarked
package io.certhall.parts;

import org.jspecify.annotations.NullMarked;
