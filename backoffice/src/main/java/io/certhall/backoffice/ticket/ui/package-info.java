/** Special service: asking, answering. */
@NullMarked
package io.certhall.backoffice.ticket.ui;

import org.jspecify.annotations.NullMarked;
