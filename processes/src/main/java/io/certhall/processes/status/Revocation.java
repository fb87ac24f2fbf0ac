package io.certhall.processes.status;

import java.time.Instant;

/** That a certificate is not to be relied on since then, for good or on hold. */
public record Revocation(Instant at, RevocationReason reason) {}
