/** Sends text messages and reminders. */
@NullMarked
package io.certhall.workers.notification;

import org.jspecify.annotations.NullMarked;
