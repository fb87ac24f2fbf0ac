/** Documents an order must bring, and the files the applicant attached for them. */
@NullMarked
package io.certhall.processes.attachment;

import org.jspecify.annotations.NullMarked;
