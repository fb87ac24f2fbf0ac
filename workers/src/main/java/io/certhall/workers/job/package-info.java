/** How jobs are taken, repeated, given up and reported. */
@NullMarked
package io.certhall.workers.job;

import org.jspecify.annotations.NullMarked;
