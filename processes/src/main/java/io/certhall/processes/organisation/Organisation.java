package io.certhall.processes.organisation;

import io.certhall.processes.account.MobilePhone;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.identifier.ResidentId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with everything in clear; only for its owner, reviewers and the hall itself.
 *
 * @param accountId the owner
 * @param documentName what its document is called, where the type is OTHER
 */
public record Organisation(
    long id,
    long accountId,
    String name,
    InstitutionDocument documentType,
    CreditCode creditCode,
    String legalRepName,
    ResidentId legalRepId,
    MobilePhone legalRepPhone,
    String registeredAddress,
    String contactName,
    MobilePhone contactPhone,
    String province,
    String city,
    Instant updatedAt,
    int version,
    @Nullable String documentName) {

  /** This content under another organisation's identity and version. */
  Organisation as(Organisation stored) {
    return new Organisation(
        stored.id,
        stored.accountId,
        name,
        documentType,
        creditCode,
        legalRepName,
        legalRepId,
        legalRepPhone,
        registeredAddress,
        contactName,
        contactPhone,
        province,
        city,
        stored.updatedAt,
        stored.version,
        documentName);
  }

  /** Names of the fields that differ, for the audit: no values. */
  List<String> differencesTo(Organisation other) {
    return Arrays.stream(Organisation.class.getRecordComponents())
        .filter(field -> !Objects.equals(read(field), other.read(field)))
        .map(RecordComponent::getName)
        .toList();
  }

  private @Nullable Object read(RecordComponent field) {
    try {
      return field.getAccessor().invoke(this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What reviewers vouch for: a change of it needs a new approval. */
  boolean isTheSameSubjectAs(Organisation other) {
    return name.equals(other.name)
        && creditCode.equals(other.creditCode)
        && legalRepName.equals(other.legalRepName)
        && legalRepId.equals(other.legalRepId);
  }

  public OrganisationView masked() {
    return new OrganisationView(
        id,
        name,
        documentType,
        creditCode.value(),
        legalRepName,
        legalRepId.masked(),
        legalRepPhone.masked(),
        registeredAddress,
        contactName,
        contactPhone.masked(),
        province,
        city,
        updatedAt,
        version,
        documentName);
  }
}
