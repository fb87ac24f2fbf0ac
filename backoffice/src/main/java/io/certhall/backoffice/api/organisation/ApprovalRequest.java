package io.certhall.backoffice.api.organisation;

import org.jspecify.annotations.Nullable;

/** The hall whose reviewers shall look at the profile. */
record ApprovalRequest(@Nullable String hall) {}
