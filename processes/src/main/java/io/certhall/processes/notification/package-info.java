/** Words to people: text messages, mails, in-app notes. */
@NullMarked
package io.certhall.processes.notification;

import org.jspecify.annotations.NullMarked;
