/** Benchmarks with a baseline in the same run; each prints one JSON line. */
@NullMarked
package io.certhall.standalone.bench;

import org.jspecify.annotations.NullMarked;
