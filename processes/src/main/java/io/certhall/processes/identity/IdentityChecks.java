package io.certhall.processes.identity;

import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.attachment.UploadedPicture;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What whoever applies does before the check itself: comes in by phone, agrees, and shows both
 * sides of the identity card. {@link IdentityDecision} takes it from there.
 */
@Service
public class IdentityChecks {

  static final List<String> FORMATS = List.of("jpg", "jpeg", "png");
  static final long MAX_BYTES = 8L * 1024 * 1024;

  /** Less cannot be read by anybody. */
  static final int SHORTEST_SIDE = 200;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final IdentityCheckRepository repository;
  private final IdentityLinks links;
  private final Orders orders;
  private final PersonalData personalData;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  IdentityChecks(
      IdentityCheckRepository repository,
      IdentityLinks links,
      Orders orders,
      PersonalData personalData,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.links = links;
    this.orders = orders;
    this.personalData = personalData;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Lets a phone in, once and for ten minutes.
   *
   * @throws Refusal NOT_FOUND for someone else's order, CONFLICT when it waits for no check, RULE
   *     IDENTITY_PAUSED
   */
  @Transactional
  public IdentityInvitation invite(Actor owner, String orderNo) {
    Order order = pending(IdentityAccess.of(owner, orderNo), true);
    refusePaused(order);
    audit.record(owner, "identity.invited", "order", orderNo, order.hall(), null);
    return links.invite(orderNo);
  }

  /**
   * @throws Refusal RULE when the token is forged, used or too old
   */
  @Transactional
  public IdentityAccess open(String token) {
    return links.open(token);
  }

  @Transactional(readOnly = true)
  public IdentityStatus status(IdentityAccess access) {
    Order order = own(access);
    IdentityCheckRepository.Standing standing = repository.standing(order.orderNo());
    IdentitySubject subject = IdentitySubject.of(order, orders.contact(order.orderNo()));
    Instant paused =
        repository.pausedUntil(order.orderNo(), subjectHash(subject), clock.instant()).orElse(null);
    return new IdentityStatus(
        order.orderNo(),
        state(order, standing, paused),
        subject.who() == IdentitySubject.Who.OPERATOR,
        masked(subject.name()),
        agreed(order.orderNo()),
        repository.photos(order.orderNo()),
        standing.failures(),
        paused,
        standing.passedAt());
  }

  private static IdentityStatus.State state(
      Order order, IdentityCheckRepository.Standing standing, @Nullable Instant paused) {
    if (standing.passedAt() != null) {
      return IdentityStatus.State.PASSED;
    }
    if (order.state() != OrderState.IDENTITY_PENDING) {
      return IdentityStatus.State.NOT_DUE;
    }
    return paused == null ? IdentityStatus.State.PENDING : IdentityStatus.State.PAUSED;
  }

  /**
   * Records the consent with its text, version and time; the first time counts.
   *
   * @param locale in which the text was read
   * @throws Refusal RULE for an unknown text or one that is not in force any more
   */
  @Transactional
  public void consent(IdentityAccess access, String code, String version, Locale locale) {
    IdentityConsent consent =
        IdentityConsent.ofCode(code)
            .orElseThrow(() -> Refusal.rule("code", "IDENTITY_CONSENT_UNKNOWN", code));
    if (!consent.version().equals(version)) {
      throw Refusal.rule("version", "IDENTITY_CONSENT_OLD", consent.version());
    }
    Order order = pending(access, true);
    repository.consent(
        order.orderNo(), consent, consent.text(locale), access.isPhone(), clock.instant());
    audit.record(
        access.actor(),
        "identity.consented",
        "order",
        order.orderNo(),
        order.hall(),
        consent + " " + consent.version());
  }

  /**
   * Takes a picture of one side. Not for use inside a transaction: nothing is held while the file
   * arrives.
   *
   * @throws Refusal RULE without both consents, UNSUPPORTED_TYPE, TOO_LARGE
   */
  public void photo(
      IdentityAccess access, IdentitySide side, @Nullable String fileName, InputStream content)
      throws IOException {
    refuseWithoutConsents(pending(access, false).orderNo());
    StoredFile picture = UploadedPicture.read(fileName, content, FORMATS, MAX_BYTES);
    refuseTiny(picture);
    transaction.executeWithoutResult(
        status -> {
          Order order = pending(access, true);
          refuseWithoutConsents(order.orderNo());
          if (repository.isOtherSide(order.orderNo(), side, picture)) {
            throw Refusal.rule("file", "IDENTITY_SAME_SIDE");
          }
          repository.photo(order.orderNo(), side, picture, clock.instant());
          audit.record(
              access.actor(),
              "identity.photo-stored",
              "order",
              order.orderNo(),
              order.hall(),
              side.name());
        });
  }

  void refuseWithoutConsents(String orderNo) {
    if (agreed(orderNo).size() < IdentityConsent.values().length) {
      throw Refusal.rule("consents", "IDENTITY_CONSENT_MISSING");
    }
  }

  void refuseWithoutPhotos(String orderNo) {
    if (repository.photos(orderNo).size() < IdentitySide.values().length) {
      throw Refusal.rule("photos", "IDENTITY_PHOTO_MISSING");
    }
  }

  void refusePaused(Order order) {
    IdentitySubject subject = IdentitySubject.of(order, orders.contact(order.orderNo()));
    repository
        .pausedUntil(order.orderNo(), subjectHash(subject), clock.instant())
        .ifPresent(
            until -> {
              throw Refusal.rule("", "IDENTITY_PAUSED", TIME.format(until));
            });
  }

  /** The order, waiting for its check, if this access is good for it. */
  Order pending(IdentityAccess access, boolean hold) {
    Order order = hold ? orders.lockedOwn(access.actor(), access.orderNo()) : own(access);
    if (access.isOver(clock.instant())) {
      throw Refusal.rule("token", "IDENTITY_LINK_EXPIRED");
    }
    if (order.state() != OrderState.IDENTITY_PENDING) {
      throw Refusal.conflict("IDENTITY_NOT_DUE");
    }
    return order;
  }

  byte[] subjectHash(IdentitySubject subject) {
    return personalData.hash("identity-subject", IdentitySubject.plain(subject.idNo()));
  }

  private Order own(IdentityAccess access) {
    return orders
        .find(access.orderNo())
        .filter(order -> order.isOwnedBy(access.actor().accountId()))
        .orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", access.orderNo()));
  }

  private Map<IdentityConsent, Instant> agreed(String orderNo) {
    Map<String, Instant> stored = repository.consents(orderNo);
    Map<IdentityConsent, Instant> agreed = new EnumMap<>(IdentityConsent.class);
    for (IdentityConsent consent : IdentityConsent.values()) {
      Instant at = stored.get(consent.name() + ":" + consent.version());
      if (at != null) {
        agreed.put(consent, at);
      }
    }
    return agreed;
  }

  /** Its size stands in its head: nothing is unfolded. */
  private static void refuseTiny(StoredFile picture) throws IOException {
    ImageReader reader = ImageIO.getImageReadersBySuffix(picture.format()).next();
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content()))) {
      reader.setInput(in, true, true);
      if (Math.min(reader.getWidth(0), reader.getHeight(0)) < SHORTEST_SIDE) {
        throw Refusal.rule("file", "IDENTITY_PHOTO_TINY", SHORTEST_SIDE);
      }
    } finally {
      reader.dispose();
    }
  }

  private static String masked(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }
}
