package io.certhall.workers.issuance;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.issuance.IssuingItem;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.PairRequest;
import io.certhall.workers.ca.SubjectKey;
import io.certhall.workers.ca.escrow.EncryptionKey;
import io.certhall.workers.ca.profile.CertificateProfile;
import io.certhall.workers.ca.profile.OrganisationIdentity;
import io.certhall.workers.ca.profile.PersonIdentity;
import io.certhall.workers.ca.profile.SubjectData;
import io.certhall.workers.ca.profile.SubjectType;
import io.certhall.workers.ca.profile.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.stereotype.Component;

/** An order's item as the CA's request. */
@Component
class PairRequests {

  private static final Pattern BUSINESS = Pattern.compile("业务\\d+");

  private final SimulatedMedia simulatedMedia;
  private final Clock clock;

  PairRequests(SimulatedMedia simulatedMedia, Clock clock) {
    this.simulatedMedia = simulatedMedia;
    this.clock = clock;
  }

  PairRequest of(CertificateAuthority authority, SubjectKey key, IssuingItem item) {
    SubjectType type = SubjectType.valueOf(item.type().name());
    PairRequest request =
        new PairRequest(
            type,
            subject(type, item),
            validity(authority, type, key, item),
            key,
            authority.newSerial(),
            authority.newSerial());
    IssuingItem.KeptKey kept = item.source() == null ? null : item.source().kept();
    return kept == null ? request : request.keeping(kept(kept));
  }

  private static EncryptionKey kept(IssuingItem.KeptKey key) {
    try {
      return new EncryptionKey(
          new X509CertificateHolder(key.encryptionDer()).getSubjectPublicKeyInfo(),
          key.wrappedKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A renewal keeps the days left, as far as the profile allows; other copies keep the end. */
  private Validity validity(
      CertificateAuthority authority, SubjectType type, SubjectKey key, IssuingItem item) {
    Instant now = clock.instant();
    IssuingItem.Source source = item.source();
    if (source == null || !source.notAfter().isAfter(now)) {
      return Validity.ofYears(now, item.years());
    }
    if (!source.newTerm()) {
      return new Validity(now, source.notAfter());
    }
    if (source.move() != CertificateMove.RENEW) {
      return Validity.ofYears(now, item.years());
    }
    CertificateProfile profile =
        authority.profiles().forType(authority.hall(), type, key.algorithm()).signing();
    Instant longest =
        now.atZone(Validity.ZONE)
            .plusYears(profile.maxYears())
            .plusDays(profile.carryOverDays())
            .toInstant();
    Validity renewed = Validity.renewed(now, source.notAfter(), item.years());
    return renewed.notAfter().isAfter(longest) ? new Validity(now, longest) : renewed;
  }

  /** The key of the request, or of the simulated medium. */
  SubjectKey signingKey(IssuingItem item) {
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
                ? new OrganisationIdentity(
                    Objects.requireNonNull(item.organisationName()),
                    Objects.requireNonNull(item.creditCode()))
                : null,
            type.namesPerson() ? person(item) : null,
            null,
            null);
    // Several business certificates of one organisation are told apart by their number.
    subject = type == SubjectType.ORG_BUSINESS ? subject.inDepartment(department(item)) : subject;
    return type.namesPerson() && item.personId() != null
        ? subject.withHolderNumber("P" + item.personId())
        : subject;
  }

  private static String department(IssuingItem item) {
    IssuingItem.Source source = item.source();
    Matcher former = BUSINESS.matcher(source == null ? "" : source.subject());
    return former.find() ? former.group() : "业务" + item.itemSeq();
  }

  private static PersonIdentity person(IssuingItem item) {
    IdentityDocument document = item.personIdType();
    return new PersonIdentity(
        Objects.requireNonNull(item.personName()),
        document == null
            ? PersonIdentity.Document.RESIDENT_ID
            : PersonIdentity.Document.valueOf(document.name()),
        Objects.requireNonNull(item.personIdNo()));
  }
}
