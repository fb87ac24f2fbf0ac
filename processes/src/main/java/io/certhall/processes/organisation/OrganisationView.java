package io.certhall.processes.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as screens show it.
 *
 * @param documentName what its document is called, where the type is OTHER
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
    int version,
    @Nullable String documentName) {}
