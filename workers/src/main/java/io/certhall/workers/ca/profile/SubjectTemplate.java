package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The layout of a subject name, written as {@code C=CN, ST={province?}, O={organisation},
 * CN={organisation}}. A placeholder with a question mark may be empty: its attribute is left out.
 *
 * <p>Placeholders: province, city, organisation, creditCode, person, department, holderNumber.
 * Attributes: C, ST, L, O, OU, CN, T, serialNumber, organizationIdentifier, or a dotted OID.
 */
public record SubjectTemplate(String text, List<Field> fields) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(\\?)?}");
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "province", "city", "organisation", "creditCode", "person", "department", "holderNumber");
  private static final Map<String, ASN1ObjectIdentifier> ATTRIBUTES =
      Map.of(
          "C", BCStyle.C,
          "ST", BCStyle.ST,
          "L", BCStyle.L,
          "O", BCStyle.O,
          "OU", BCStyle.OU,
          "CN", BCStyle.CN,
          "T", BCStyle.T,
          "serialNumber", BCStyle.SERIALNUMBER,
          "organizationIdentifier", BCStyle.ORGANIZATION_IDENTIFIER);

  /** One attribute: either a fixed value or the name of a placeholder. */
  public record Field(
      ASN1ObjectIdentifier attribute, String value, boolean placeholder, boolean optional) {}

  public static SubjectTemplate parse(String text) {
    var fields = new ArrayList<Field>();
    for (var part : text.split(",")) {
      var pair = part.split("=", 2);
      if (pair.length != 2 || pair[1].isBlank()) {
        throw new CaFault(FaultCode.FIELD_INVALID, "profile.subject", "X=…: " + part.strip());
      }
      fields.add(field(attribute(pair[0].strip()), pair[1].strip()));
    }
    return new SubjectTemplate(text, List.copyOf(fields));
  }

  private static Field field(ASN1ObjectIdentifier attribute, String value) {
    var matcher = PLACEHOLDER.matcher(value);
    if (!matcher.matches()) {
      return new Field(attribute, value, false, false);
    }
    var name = matcher.group(1);
    if (!PLACEHOLDERS.contains(name)) {
      throw new CaFault(FaultCode.FIELD_INVALID, "profile.subject", "{" + name + "} ?");
    }
    return new Field(attribute, name, true, matcher.group(2) != null);
  }

  private static ASN1ObjectIdentifier attribute(String name) {
    var known = ATTRIBUTES.get(name);
    if (known != null) {
      return known;
    }
    var oid = ASN1ObjectIdentifier.tryFromID(name);
    if (oid == null) {
      throw new CaFault(FaultCode.FIELD_INVALID, "profile.subject", name + " ?");
    }
    return oid;
  }

  /** Fills the layout; refuses data without a value for a required field. */
  public X500Name subject(SubjectData data) {
    var values = data.values();
    var names = new ArrayList<RDN>();
    for (var field : fields) {
      var value = field.placeholder() ? values.get(field.value()) : field.value();
      if (value != null) {
        names.add(new RDN(field.attribute(), encode(field.attribute(), value)));
      } else if (!field.optional()) {
        throw new CaFault(FaultCode.FIELD_MISSING, "subject." + field.value());
      }
    }
    return new X500Name(names.toArray(new RDN[0]));
  }

  private static ASN1Encodable encode(ASN1ObjectIdentifier attribute, String value) {
    var printable = attribute.equals(BCStyle.C) || attribute.equals(BCStyle.SERIALNUMBER);
    if (printable && !DERPrintableString.isPrintableString(value)) {
      throw new CaFault(FaultCode.FIELD_INVALID, "subject." + attribute, "PrintableString");
    }
    return printable ? new DERPrintableString(value) : new DERUTF8String(value);
  }
}
