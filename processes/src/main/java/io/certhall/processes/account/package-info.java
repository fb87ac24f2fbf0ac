/** Who may log in: registration, codes by text message, passwords, tokens, throttling. */
@NullMarked
package io.certhall.processes.account;

import org.jspecify.annotations.NullMarked;
