package io.certhall.workers.seal;

import io.certhall.bpmn.SealForm;
import io.certhall.processes.seal.MadeSeal;
import io.certhall.processes.seal.SealPicture;
import io.certhall.processes.seal.SealWish;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.DerBytes;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the signed seals of a certificate; each ends with it. */
@Component
public class SealMaker {

  private static final String VENDOR = "CertHall";
  private static final int RANDOM_BYTES = 16;

  /** How a seal names the certificate it is bound to. */
  enum Binding {
    CERTIFICATES,
    DIGESTS
  }

  private final SealMakerKeys keys;
  private final Binding binding;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Autowired
  SealMaker(
      @Value("${certhall.data}") Path dataFolder,
      @Value("${certhall.seals.binding:certificates}") String binding,
      Clock clock) {
    this(
        new SealMakerKeys(dataFolder.resolve("ca/seal-makers"), clock),
        Binding.valueOf(binding.toUpperCase(Locale.ROOT)),
        clock);
  }

  SealMaker(SealMakerKeys keys, Binding binding, Clock clock) {
    this.keys = keys;
    this.binding = binding;
    this.clock = clock;
  }

  /**
   * @param signingCertificate the holder's, in DER
   */
  public List<MadeSeal> make(
      CertificateAuthority authority, List<SealWish> wishes, byte[] signingCertificate) {
    if (wishes.isEmpty()) {
      return List.of();
    }
    SealMakerKeys.Maker maker = keys.of(authority);
    X509CertificateHolder holder = DerBytes.certificate(signingCertificate);
    Instant now = clock.instant();
    Instant start = holder.getNotBefore().toInstant();
    Instant from = start.isBefore(now) ? now : start;
    return wishes.stream()
        .map(wish -> make(authority, maker, wish, holder, signingCertificate, now, from))
        .toList();
  }

  private MadeSeal make(
      CertificateAuthority authority,
      SealMakerKeys.Maker maker,
      SealWish wish,
      X509CertificateHolder holder,
      byte[] certificate,
      Instant now,
      Instant from) {
    SigningKey key = maker.key();
    SealPicture picture = wish.picture();
    SealProperty property =
        new SealProperty(
            kind(wish.form()),
            wish.fullName(),
            binding == Binding.CERTIFICATES
                ? new BoundCertificates.Certificates(List.of(certificate))
                : BoundCertificates.Digests.ofCertificate(certificate),
            now,
            from,
            holder.getNotAfter().toInstant());
    SealInfo info =
        new SealInfo(
            new SealHeader(SealFormat.CURRENT.version(), VENDOR),
            newId(authority.hall()),
            property,
            new SealImage(SealImage.PNG, picture.png(), picture.widthMm(), picture.heightMm()));
    byte[] der =
        SealFormat.CURRENT.write(
            info, DerBytes.of(key.certificate()), key.algorithm().getAlgorithm(), key::sign);
    requireSigned(der, maker);
    return new MadeSeal(
        wish.code(),
        wish.name(),
        info.esId(),
        info.header().version(),
        picture,
        property.validFrom(),
        property.validTo(),
        der);
  }

  /** No seal leaves that a verifier could not read, or would refuse. */
  private static void requireSigned(byte[] der, SealMakerKeys.Maker maker) {
    SignedSeal seal = SignedSeal.of(der);
    if (!maker.signatures().verify(seal.toBeSigned(), seal.signature())) {
      throw new CaFault(FaultCode.SIGNATURE_WRONG);
    }
  }

  private static SealProperty.Kind kind(SealForm form) {
    return form.personal() ? SealProperty.Kind.PERSON : SealProperty.Kind.UNIT;
  }

  private String newId(String hall) {
    byte[] number = new byte[RANDOM_BYTES];
    random.nextBytes(number);
    return hall + "-" + HexFormat.of().withUpperCase().formatHex(number);
  }
}
