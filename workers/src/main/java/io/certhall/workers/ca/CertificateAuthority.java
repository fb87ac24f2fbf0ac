package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.EncryptionKey;
import io.certhall.workers.ca.escrow.KeyEnvelope;
import io.certhall.workers.ca.escrow.KeyService;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeyVerification;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.lint.CertificateLinter;
import io.certhall.workers.ca.lint.Issuer;
import io.certhall.workers.ca.lint.LintFinding;
import io.certhall.workers.ca.profile.CaUrls;
import io.certhall.workers.ca.profile.CertificateBody;
import io.certhall.workers.ca.profile.Profiles;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.Validity;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The CA of one hall. Issuing goes in steps, so that a crash between any two leaves a record:
 *
 * <ol>
 *   <li>{@link #prepare} writes both bodies; the caller stores {@link PreparedPair#toBytes()}.
 *   <li>{@link #lint} says what is wrong with them.
 *   <li>{@link #sign} signs the stored bytes, verifies the result and packs the encryption key.
 * </ol>
 */
public final class CertificateAuthority {

  private final String hall;
  private final String name;
  private final SigningKey key;
  private final KeyVerification ownSignatures;
  private final Profiles profiles;
  private final KeyService keyService;
  private final CertificateLinter linter;
  private final CleanPairs clean;
  private final CertificateBody body;
  private final Issuer issuer;
  private final SecureRandom random = new SecureRandom();

  public CertificateAuthority(
      String hall, SigningKey key, Profiles profiles, KeyService keyService, Clock clock) {
    this(hall, hall, key, profiles, keyService, clock);
  }

  /**
   * @param name of the CA among the hall's, as it stands in addresses and file names
   */
  CertificateAuthority(
      String hall,
      String name,
      SigningKey key,
      Profiles profiles,
      KeyService keyService,
      Clock clock) {
    this.hall = hall;
    this.name = name;
    this.key = key;
    this.ownSignatures = new KeyVerification(key.publicKey());
    this.profiles = profiles;
    this.keyService = keyService;
    this.linter = new CertificateLinter(clock);
    this.clean = new CleanPairs(clock);
    this.issuer = Issuer.of(key);
    this.body = new CertificateBody(key.certificate(), key.algorithm());
  }

  public String hall() {
    return hall;
  }

  /**
   * The CA's own name: the hall's code, and more where the hall has several, e.g. {@code
   * gscamce.rsa}, {@code gscamce.g2}.
   */
  public String name() {
    return name;
  }

  /** Where its list, responder and certificate are: the same in all its profiles. */
  public CaUrls urls() {
    return profiles.pairs().values().iterator().next().signing().urls();
  }

  /** For CRLs and OCSP answers; certificates go through {@link #sign}. */
  public SigningKey key() {
    return key;
  }

  public X509CertificateHolder certificate() {
    return key.certificate();
  }

  public Profiles profiles() {
    return profiles;
  }

  /** A random serial number; the caller makes it unique by reserving it in the database. */
  public SerialNumber newSerial() {
    return SerialNumber.random(random);
  }

  /** Step 1: the bytes to be signed, and the encryption key (new unless one is kept). */
  public PreparedPair prepare(PairRequest request) {
    var algorithm = request.signingKey().algorithm();
    if (algorithm.family() != key.keyAlgorithm().family()) {
      throw new CaFault(FaultCode.CA_FOR_KEY_MISSING, hall, algorithm);
    }
    var profile = profiles.forType(hall, request.type(), algorithm);
    var kept = request.keptKey();
    // A key of another kind could not stand beside the new signing key.
    EncryptionKey encryption =
        kept == null || KeyAlgorithm.require(kept.publicKey()) != algorithm
            ? keyService.generate(algorithm)
            : keyService.rewrap(kept);
    return new PreparedPair(
        hall,
        request.type(),
        body.write(
            profile.signing(),
            request.subject(),
            request.validity(),
            request.signingKey().info(),
            request.signingSerial()),
        body.write(
            profile.encryption(),
            request.subject(),
            request.validity(),
            encryption.publicKey(),
            request.encryptionSerial()),
        encryption.escrow());
  }

  /** Step 2: every reason not to sign; empty when all is well. */
  public List<LintFinding> lint(PreparedPair pair) {
    if (!pair.hall().equals(hall)) {
      throw new CaFault(FaultCode.PREPARED_FOR_OTHER_HALL, pair.hall(), hall);
    }
    var findings =
        linter.lintPair(
            pair.signingBody(),
            pair.encryptionBody(),
            profiles.forType(hall, pair.type(), algorithmOf(pair)),
            issuer);
    if (findings.isEmpty()) {
      clean.remember(pair);
    }
    return findings;
  }

  /** The profile the pair was prepared for; an unreadable body or key is linted as SM2. */
  private static KeyAlgorithm algorithmOf(PreparedPair pair) {
    try {
      var body = TBSCertificate.getInstance(pair.signingBody());
      return KeyAlgorithm.of(body.getSubjectPublicKeyInfo()).orElse(KeyAlgorithm.SM2);
    } catch (IllegalArgumentException e) {
      return KeyAlgorithm.SM2;
    }
  }

  /**
   * Step 3: both certificates or none. Lints unless {@link #lint} found these very bytes clean a
   * moment ago, since nothing may be signed unlinted. Signatures are random: signing twice gives
   * different bytes, so store the first result.
   */
  public SignedPair sign(PreparedPair pair) {
    var findings = clean.take(pair) ? List.<LintFinding>of() : lint(pair);
    if (!findings.isEmpty()) {
      throw new CaFault(
          FaultCode.LINT_REFUSED,
          findings.stream().map(LintFinding::toString).collect(Collectors.joining("; ")));
    }
    var signing = certify(pair.signingBody());
    var encryption = certify(pair.encryptionBody());
    return new SignedPair(
        new SerialNumber(signing.getSerialNumber()),
        DerBytes.of(signing),
        new SerialNumber(encryption.getSerialNumber()),
        DerBytes.of(encryption),
        new Validity(signing.getNotBefore().toInstant(), signing.getNotAfter().toInstant()),
        keyService.deliver(pair.escrow(), encryption, signing),
        pair.escrow());
  }

  /** Packs an escrowed key again, e.g. when writing to the medium failed half-way. */
  public KeyEnvelope deliverAgain(
      byte[] escrow, byte[] encryptionCertificate, byte[] signingCertificate) {
    return keyService.deliver(
        escrow,
        DerBytes.certificate(encryptionCertificate),
        DerBytes.certificate(signingCertificate));
  }

  private X509CertificateHolder certify(byte[] toBeSigned) {
    var signature = key.sign(toBeSigned);
    if (!ownSignatures.verify(toBeSigned, signature)) {
      throw new CaFault(FaultCode.SIGNATURE_WRONG);
    }
    return new X509CertificateHolder(
        new Certificate(
            TBSCertificate.getInstance(toBeSigned), key.algorithm(), new DERBitString(signature)));
  }
}
