package io.certhall.workers.seal;

import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * {@code SES_ESPropertyInfo ::= SEQUENCE { type, name, certListType, certList, createDate,
 * validStart, validEnd }}.
 */
public record SealProperty(
    Kind kind,
    String name,
    BoundCertificates certificates,
    Instant createdAt,
    Instant validFrom,
    Instant validTo) {

  private static final int LONGEST_NAME = 200;

  /** Whose seal it is. */
  public enum Kind {
    UNIT(1),
    PERSON(2);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    static Kind of(int number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      throw SealFault.unreadable("SES_ESPropertyInfo.type " + number);
    }
  }

  public SealProperty {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw SealFault.invalid("seal.property.name", "1–" + LONGEST_NAME + ": " + name);
    }
    createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
    validFrom = validFrom.truncatedTo(ChronoUnit.SECONDS);
    validTo = validTo.truncatedTo(ChronoUnit.SECONDS);
    if (!validTo.isAfter(validFrom)) {
      throw SealFault.invalid("seal.property.validEnd", validFrom + " ≥ " + validTo);
    }
  }

  ASN1Sequence toAsn1() {
    return new DERSequence(
        new ASN1Encodable[] {
          new ASN1Integer(kind.number),
          new DERUTF8String(name),
          new ASN1Integer(certificates.type()),
          certificates.toAsn1(),
          time(createdAt),
          time(validFrom),
          time(validTo)
        });
  }

  static SealProperty of(ASN1Sequence property) {
    SealFault.requireSize("SES_ESPropertyInfo", property, 7, 7);
    return new SealProperty(
        Kind.of(ASN1Integer.getInstance(property.getObjectAt(0)).intValueExact()),
        ASN1UTF8String.getInstance(property.getObjectAt(1)).getString(),
        BoundCertificates.of(
            ASN1Integer.getInstance(property.getObjectAt(2)).intValueExact(),
            ASN1Sequence.getInstance(property.getObjectAt(3))),
        time(property.getObjectAt(4)),
        time(property.getObjectAt(5)),
        time(property.getObjectAt(6)));
  }

  private static ASN1GeneralizedTime time(Instant instant) {
    return new DERGeneralizedTime(Date.from(instant));
  }

  private static Instant time(ASN1Encodable encoded) {
    try {
      return ASN1GeneralizedTime.getInstance(encoded).getDate().toInstant();
    } catch (ParseException e) {
      throw SealFault.unreadable(e);
    }
  }
}
