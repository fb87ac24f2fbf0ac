package io.certhall.processes.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A person as screens show it.
 *
 * @param idNo masked, as is the phone
 */
public record PersonView(
    long id, String name, String idNo, String post, @Nullable String phone, int version) {}
