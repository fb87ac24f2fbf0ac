/** Searching lists by a piece of text. */
@NullMarked
package io.certhall.processes.search;

import org.jspecify.annotations.NullMarked;
