package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.KEY_DESK_GRANT;
import static io.certhall.db.generated.Tables.KEY_GRANT;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Authorises the key agent to set a key's PINs: signed, for one action, one key and one agent, for
 * a few minutes, once. The PINs in it can be read by that agent only.
 */
@Service
public class KeyGrants {

  static final Duration VALID = Duration.ofMinutes(5);

  private enum Action {
    RESET_PIN,
    SET_OFFICER_PIN,
    FIRST_PIN
  }

  private final DSLContext dsl;
  private final CertificateUnlock unlock;
  private final HallSecret secret;
  private final AuditLog audit;
  private final Clock clock;
  private final KeyPair signing;
  private final JsonMapper json = JsonMapper.builder().build();

  KeyGrants(
      DSLContext dsl, CertificateUnlock unlock, HallSecret secret, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.unlock = unlock;
    this.secret = secret;
    this.audit = audit;
    this.clock = clock;
    this.signing = secret.grantKey();
  }

  /**
   * What the agent is given.
   *
   * @param text signed, to be handed on as it is
   */
  public record Grant(String id, String text) {}

  /** SubjectPublicKeyInfo in base64: agents check grants with it. */
  public String publicKey() {
    return Base64.getEncoder().encodeToString(signing.getPublic().getEncoded());
  }

  /**
   * @param transportKey the agent's public key, base64
   * @throws Refusal as {@link CertificateUnlock#unlock}; RULE TRANSPORT_KEY_INVALID
   */
  @Transactional
  public Grant unlocking(Actor actor, String hall, KeyReading reading, String transportKey) {
    HeldCertificate certificate = unlock.admit(actor, hall, reading);
    String medium = String.valueOf(certificate.mediumSerial());
    String sealed = sealed(secret.officerPin(medium), transportKey);
    Validity validity = new Validity(UUID.randomUUID().toString(), clock.instant());
    dsl.insertInto(KEY_GRANT)
        .set(KEY_GRANT.ID, validity.id())
        .set(KEY_GRANT.HALL, hall)
        .set(KEY_GRANT.MEDIUM_SERIAL, medium)
        .set(KEY_GRANT.ISSUER, certificate.issuer())
        .set(KEY_GRANT.ACCOUNT_ID, actor.accountId())
        .set(KEY_GRANT.ISSUED_AT, validity.from())
        .set(KEY_GRANT.EXPIRES_AT, validity.until())
        .execute();
    audit.record(actor, "key.unlock-granted", "medium", medium, hall, validity.id());
    return grant(validity, Action.RESET_PIN, medium, Map.of("soPin", sealed));
  }

  /**
   * The same for staff who help the holder in a session of his order; the caller has checked that
   * the certificate belongs to it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Grant remote(Actor actor, HeldCertificate certificate, String transportKey) {
    String medium = String.valueOf(certificate.mediumSerial());
    return atDesk(
        actor,
        Action.RESET_PIN,
        certificate.hall(),
        medium,
        Map.of("soPin", sealed(secret.officerPin(medium), transportKey)));
  }

  /**
   * For a key at the producer's desk: from now on its officer is the hall. The caller has checked
   * that the key is free for the order.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Grant preparing(Actor actor, String hall, String keySerial, String transportKey) {
    return atDesk(
        actor,
        Action.SET_OFFICER_PIN,
        hall,
        keySerial,
        Map.of("soPin", sealed(secret.officerPin(keySerial), transportKey)));
  }

  /** Sets the PIN that the holder is told, without anybody at the desk seeing it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Grant firstPin(
      Actor actor, String hall, String keySerial, String pin, String transportKey) {
    return atDesk(
        actor,
        Action.FIRST_PIN,
        hall,
        keySerial,
        Map.of(
            "soPin", sealed(secret.officerPin(keySerial), transportKey),
            "firstPin", sealed(pin, transportKey)));
  }

  private record Validity(String id, Instant from) {

    Instant until() {
      return from.plus(VALID);
    }
  }

  private Grant atDesk(
      Actor actor, Action action, String hall, String medium, Map<String, String> pins) {
    actor.require(Role.PRODUCER);
    Validity validity = new Validity(UUID.randomUUID().toString(), clock.instant());
    dsl.insertInto(KEY_DESK_GRANT)
        .set(KEY_DESK_GRANT.ID, validity.id())
        .set(KEY_DESK_GRANT.ACTION, action.name())
        .set(KEY_DESK_GRANT.HALL, hall)
        .set(KEY_DESK_GRANT.MEDIUM_SERIAL, medium)
        .set(KEY_DESK_GRANT.ACCOUNT_ID, actor.accountId())
        .set(KEY_DESK_GRANT.ISSUED_AT, validity.from())
        .set(KEY_DESK_GRANT.EXPIRES_AT, validity.until())
        .execute();
    audit.record(actor, "key.desk-granted", "medium", medium, hall, action + " " + validity.id());
    return grant(validity, action, medium, pins);
  }

  private Grant grant(Validity validity, Action action, String medium, Map<String, String> pins) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", validity.id());
    said.put("action", action.name());
    said.put("keySerial", medium);
    said.put("expires", validity.until().getEpochSecond());
    said.putAll(pins);
    return new Grant(validity.id(), signed(said));
  }

  /**
   * The agent has set the PIN: the certificate is unlocked, the grant used up.
   *
   * @throws Refusal NOT_FOUND for another's grant; CONFLICT GRANT_USED or GRANT_EXPIRED
   */
  @Transactional
  public HeldCertificate done(Actor actor, String id) {
    var grant =
        dsl.selectFrom(KEY_GRANT)
            .where(KEY_GRANT.ID.eq(id), KEY_GRANT.ACCOUNT_ID.eq(actor.accountId()))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> Refusal.notFound("GRANT_UNKNOWN", id));
    if (grant.getUsedAt() != null) {
      throw Refusal.conflict("GRANT_USED");
    }
    Instant now = clock.instant();
    if (now.isAfter(grant.getExpiresAt().plus(VALID))) {
      throw Refusal.conflict("GRANT_EXPIRED");
    }
    dsl.update(KEY_GRANT).set(KEY_GRANT.USED_AT, now).where(KEY_GRANT.ID.eq(id)).execute();
    return unlock.unlock(
        actor, grant.getHall(), new KeyReading(grant.getMediumSerial(), grant.getIssuer(), null));
  }

  private String signed(Map<String, Object> said) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String payload = base64.encodeToString(json.writeValueAsBytes(said));
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(signing.getPrivate());
      signature.update(payload.getBytes(StandardCharsets.US_ASCII));
      return payload + "." + base64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sealed(String officerPin, String transportKey) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(transportKey))),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(officerPin.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw Refusal.rule("transportKey", "TRANSPORT_KEY_INVALID");
    }
  }
}
