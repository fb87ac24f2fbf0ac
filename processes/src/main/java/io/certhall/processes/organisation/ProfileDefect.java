package io.certhall.processes.organisation;

import org.jspecify.annotations.Nullable;

/**
 * One reason to reject a profile.
 *
 * @param field field of {@link OrganisationForm} that is wrong; empty when it is the whole
 * @param code a code of the reviewer's list of reasons; optional
 * @param text what the owner reads
 */
public record ProfileDefect(String field, @Nullable String code, String text) {}
