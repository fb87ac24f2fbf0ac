/** Job workers: the only place that holds CA keys. */
@NullMarked
package io.certhall.workers;

import org.jspecify.annotations.NullMarked;
