package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;

/** A person by name and identity document. The number never stands in a subject name. */
public record PersonIdentity(String name, Document document, String number) {

  /** The CHOICE of GM/T 0015; the tag number is the order here. */
  public enum Document {
    RESIDENT_ID,
    OFFICER_ID,
    PASSPORT
  }

  public PersonIdentity {
    if (name.isBlank()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "person.name");
    }
    if (number.isBlank()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "person.number");
    }
    if (document == Document.RESIDENT_ID && !number.matches("\\d{17}[\\dX]")) {
      throw new CaFault(FaultCode.FIELD_INVALID, "person.number", "\\d{17}[\\dX], GB 11643");
    }
    if (document == Document.PASSPORT && !number.matches("[A-Z0-9]{5,20}")) {
      throw new CaFault(FaultCode.FIELD_INVALID, "person.number", "[A-Z0-9]{5,20}");
    }
  }

  public static PersonIdentity resident(String name, String number) {
    return new PersonIdentity(name, Document.RESIDENT_ID, number);
  }

  /**
   * The identity extension's value: [0] resident id, [1] officer id, [2] passport, all EXPLICIT.
   */
  public ASN1Encodable extensionValue() {
    var text =
        document == Document.OFFICER_ID
            ? new DERUTF8String(number)
            : new DERPrintableString(number);
    return new DERTaggedObject(true, document.ordinal(), text);
  }

  /** Masks the number: it is personal data and texts like this end up in logs. */
  @Override
  public String toString() {
    return "PersonIdentity[" + name + ", " + document + ", ***]";
  }
}
