/** Orders on the real engine and the real database, from application to completion. */
@NullMarked
package io.certhall.workers.lifecycle;

import org.jspecify.annotations.NullMarked;
