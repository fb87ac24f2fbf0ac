package io.certhall.processes.account;

import org.jspecify.annotations.Nullable;

/**
 * The unit somebody registers for, in his words; its profile comes later (GX-08, SD-04).
 *
 * @param name in full
 */
public record RegisteredUnit(@Nullable String name, @Nullable String creditCode) {}
