package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.profile.SubjectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * Everything that signing needs, fixed before anything is signed. Store {@link #toBytes()} first;
 * whoever finds it later signs exactly this.
 *
 * @param signingBody TBSCertificate of the signing certificate, DER
 * @param encryptionBody TBSCertificate of the encryption certificate, DER
 * @param escrow the encryption key's private part under the hall's wrapping key
 */
public record PreparedPair(
    String hall, SubjectType type, byte[] signingBody, byte[] encryptionBody, byte[] escrow) {

  private static final int VERSION = 1;
  private static final int FIELDS = 6;

  public byte[] toBytes() {
    try {
      return new DERSequence(
              new ASN1Encodable[] {
                new ASN1Integer(VERSION),
                new DERUTF8String(hall),
                new DERUTF8String(type.name()),
                new DEROctetString(signingBody),
                new DEROctetString(encryptionBody),
                new DEROctetString(escrow)
              })
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static PreparedPair fromBytes(byte[] bytes) {
    try {
      var fields = ASN1Sequence.getInstance(bytes);
      var version = ASN1Integer.getInstance(fields.getObjectAt(0)).intValueExact();
      if (version != VERSION || fields.size() != FIELDS) {
        throw new CaFault(FaultCode.PREPARED_UNREADABLE, "version " + version);
      }
      return new PreparedPair(
          text(fields, 1),
          SubjectType.valueOf(text(fields, 2)),
          octets(fields, 3),
          octets(fields, 4),
          octets(fields, 5));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new CaFault(e, FaultCode.PREPARED_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private static String text(ASN1Sequence fields, int at) {
    return ASN1UTF8String.getInstance(fields.getObjectAt(at)).getString();
  }

  private static byte[] octets(ASN1Sequence fields, int at) {
    return ASN1OctetString.getInstance(fields.getObjectAt(at)).getOctets();
  }
}
