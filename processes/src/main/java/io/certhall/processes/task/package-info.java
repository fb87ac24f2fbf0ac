/** Waiting steps of the engine as rows people work through. */
@NullMarked
package io.certhall.processes.task;

import org.jspecify.annotations.NullMarked;
