/** Reviewers approve, or reject with every reason at once. */
@NullMarked
package io.certhall.processes.review;

import org.jspecify.annotations.NullMarked;
