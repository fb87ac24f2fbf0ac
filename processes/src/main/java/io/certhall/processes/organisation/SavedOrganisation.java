package io.certhall.processes.organisation;

import io.certhall.processes.refusal.Problem;
import java.util.List;

/**
 * A saved profile.
 *
 * @param warnings what looks wrong but does not keep anyone from going on
 */
public record SavedOrganisation(OrganisationView organisation, List<Problem> warnings) {}
