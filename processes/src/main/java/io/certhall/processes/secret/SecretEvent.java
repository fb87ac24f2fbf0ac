package io.certhall.processes.secret;

import java.time.Instant;

/**
 * What happened to a PIN, and by whom.
 *
 * @param kind CREATED, SENT, RESENT, SHOWN_PRODUCER, SHOWN_FINANCE, TRANSFERRED, BLANKED
 */
public record SecretEvent(Instant at, String kind, String actor) {}
