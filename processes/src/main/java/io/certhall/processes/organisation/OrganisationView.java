package io.certhall.processes.organisation;

import java.time.Instant;

/**
 * An organisation as screens show it.
 *
 * @param legalRepIdNo masked, as are the phones
 */
public record OrganisationView(
    long id,
    String name,
    InstitutionDocument documentType,
    String creditCode,
    String legalRepName,
    String legalRepIdNo,
    String legalRepPhone,
    String registeredAddress,
    String contactName,
    String contactPhone,
    String province,
    String city,
    Instant updatedAt,
    int version) {}
