package io.certhall.workers.ca.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;

/** A certificate body whose fields a test can spoil one by one. */
record EditableBody(List<ASN1Encodable> fields) {

  static final int VERSION = 0;
  static final int SERIAL = 1;
  static final int ALGORITHM = 2;
  static final int ISSUER = 3;
  static final int VALIDITY = 4;
  static final int SUBJECT = 5;
  static final int KEY = 6;
  static final int EXTENSIONS = 7;

  static EditableBody of(byte[] der) {
    return new EditableBody(Arrays.asList(ASN1Sequence.getInstance(der).toArray()));
  }

  EditableBody with(int field, ASN1Encodable value) {
    var changed = new ArrayList<>(fields);
    changed.set(field, value);
    return new EditableBody(changed);
  }

  EditableBody inserting(int field, ASN1Encodable value) {
    var changed = new ArrayList<>(fields);
    changed.add(field, value);
    return new EditableBody(changed);
  }

  EditableBody withoutExtensions() {
    return new EditableBody(new ArrayList<>(fields.subList(0, EXTENSIONS)));
  }

  EditableBody serial(BigInteger value) {
    return with(SERIAL, new ASN1Integer(value));
  }

  EditableBody validity(Instant start, Instant end) {
    return validity(new Time(Date.from(start), Locale.ROOT), new Time(Date.from(end), Locale.ROOT));
  }

  EditableBody validity(ASN1Encodable start, ASN1Encodable end) {
    return with(VALIDITY, new DERSequence(new ASN1Encodable[] {start, end}));
  }

  EditableBody key(SubjectPublicKeyInfo key) {
    return with(KEY, key);
  }

  EditableBody subject(UnaryOperator<List<RDN>> change) {
    var names = new ArrayList<>(Arrays.asList(X500Name.getInstance(fields.get(SUBJECT)).getRDNs()));
    return with(SUBJECT, new X500Name(change.apply(names).toArray(new RDN[0])));
  }

  /** Gives one attribute of the subject another UTF8String. */
  EditableBody subject(ASN1ObjectIdentifier type, String value) {
    return subject(type, new DERUTF8String(value));
  }

  EditableBody subject(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return subject(
        names -> {
          names.replaceAll(n -> n.getFirst().getType().equals(type) ? new RDN(type, value) : n);
          return names;
        });
  }

  EditableBody extension(ASN1ObjectIdentifier oid, ASN1Encodable value) {
    var old = extensions().getExtension(oid);
    return extension(new Extension(oid, old != null && old.isCritical(), octets(value)));
  }

  /** Replaces the extension of the same OID, or adds one. */
  EditableBody extension(Extension extension) {
    var all = new ArrayList<Extension>();
    var replaced = false;
    for (var oid : extensions().getExtensionOIDs()) {
      var same = oid.equals(extension.getExtnId());
      all.add(same ? extension : extensions().getExtension(oid));
      replaced |= same;
    }
    if (!replaced) {
      all.add(extension);
    }
    return extensions(all);
  }

  EditableBody without(ASN1ObjectIdentifier oid) {
    return extensions(
        Arrays.stream(extensions().getExtensionOIDs())
            .filter(other -> !other.equals(oid))
            .map(extensions()::getExtension)
            .toList());
  }

  private EditableBody extensions(List<Extension> all) {
    return with(
        EXTENSIONS, new DERTaggedObject(true, 3, new Extensions(all.toArray(new Extension[0]))));
  }

  Extensions extensions() {
    return TBSCertificate.getInstance(der()).getExtensions();
  }

  byte[] der() {
    return encode(new DERSequence(fields.toArray(new ASN1Encodable[0])));
  }

  /** The same content with indefinite lengths, which DER forbids. */
  byte[] ber() {
    return encode(new BERSequence(fields.toArray(new ASN1Encodable[0])));
  }

  static DEROctetString octets(ASN1Encodable value) {
    return new DEROctetString(encode(value));
  }

  private static byte[] encode(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
