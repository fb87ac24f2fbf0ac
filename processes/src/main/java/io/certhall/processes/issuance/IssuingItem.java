package io.certhall.processes.issuance;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.seal.SealWishes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certificate to be issued, with the facts that go into it. Personal data in clear.
 *
 * @param organisationName null, as is its code, where an individual is the holder
 * @param source the certificate it takes the place of; null for a new one
 */
public record IssuingItem(
    String orderNo,
    int itemSeq,
    CertificateType type,
    Holder holder,
    int years,
    List<String> seals,
    boolean secondary,
    boolean selfUpdate,
    @Nullable String mediumSerial,
    @Nullable String signingCsr,
    @Nullable String organisationName,
    @Nullable String creditCode,
    String province,
    String city,
    @Nullable String personName,
    @Nullable IdentityDocument personIdType,
    @Nullable String personIdNo,
    @Nullable Long personId,
    @Nullable Source source) {

  /**
   * An existing certificate.
   *
   * @param move what becomes of it when the new one is issued
   * @param subject its name, which a business certificate's number is carried over from
   * @param newTerm the holder paid for years anew; else the new one ends with the old one
   * @param kept its encryption key, where files encrypted with it must stay readable
   */
  public record Source(
      String serial,
      CertificateMove move,
      Instant notAfter,
      boolean newTerm,
      String subject,
      @Nullable KeptKey kept) {}

  /** An escrowed encryption key, and the certificate that holds its public half. */
  public record KeptKey(byte[] encryptionDer, byte[] wrappedKey) {}

  /** As the one that will carry the ordered seals. */
  public SealWishes.Carrier carrier() {
    return new SealWishes.Carrier(
        itemSeq,
        seals,
        organisationName == null ? Objects.requireNonNull(personName) : organisationName,
        personName,
        source == null ? null : source.serial());
  }

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "IssuingItem[" + orderNo + " #" + itemSeq + " " + type + "]";
  }
}
