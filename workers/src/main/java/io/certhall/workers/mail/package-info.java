/** Mails leave through a mail server. */
@NullMarked
package io.certhall.workers.mail;

import org.jspecify.annotations.NullMarked;
