/** Answers to what a hall asks of its own, in orders and at the registration. */
@NullMarked
package io.certhall.processes.answer;

import org.jspecify.annotations.NullMarked;
