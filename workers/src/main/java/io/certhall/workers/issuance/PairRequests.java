package io.certhall.workers.issuance;

import io.certhall.processes.issuance.IssuingItem;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.PairRequest;
import io.certhall.workers.ca.SubjectKey;
import io.certhall.workers.ca.profile.OrganisationIdentity;
import io.certhall.workers.ca.profile.PersonIdentity;
import io.certhall.workers.ca.profile.SubjectData;
import io.certhall.workers.ca.profile.SubjectType;
import io.certhall.workers.ca.profile.Validity;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** An order's item as the CA's request. */
@Component
class PairRequests {

  private final SimulatedMedia simulatedMedia;
  private final Clock clock;

  PairRequests(SimulatedMedia simulatedMedia, Clock clock) {
    this.simulatedMedia = simulatedMedia;
    this.clock = clock;
  }

  PairRequest of(CertificateAuthority authority, IssuingItem item) {
    SubjectType type = SubjectType.valueOf(item.type().name());
    return new PairRequest(
        type,
        subject(type, item),
        Validity.ofYears(clock.instant(), item.years()),
        signingKey(item),
        authority.newSerial(),
        authority.newSerial());
  }

  private SubjectKey signingKey(IssuingItem item) {
    return item.signingCsr() == null
        ? simulatedMedia.signingKey(Objects.requireNonNull(item.mediumSerial()))
        : SubjectKey.ofRequest(item.signingCsr());
  }

  private static SubjectData subject(SubjectType type, IssuingItem item) {
    SubjectData subject =
        new SubjectData(
            item.province(),
            item.city(),
            type.namesOrganisation()
                ? new OrganisationIdentity(item.organisationName(), item.creditCode())
                : null,
            type.namesPerson() ? person(item) : null,
            null,
            null);
    // Several business certificates of one organisation are told apart by their number.
    subject =
        type == SubjectType.ORG_BUSINESS ? subject.inDepartment("业务" + item.itemSeq()) : subject;
    return type.namesPerson() && item.personId() != null
        ? subject.withHolderNumber("P" + item.personId())
        : subject;
  }

  private static PersonIdentity person(IssuingItem item) {
    return PersonIdentity.resident(
        Objects.requireNonNull(item.personName()), Objects.requireNonNull(item.personIdNo()));
  }
}
