package io.certhall.workers.ca.profile;

import io.certhall.processes.status.StatusShard;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.math.BigInteger;
import java.net.URI;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Where relying parties find the revocation list, the OCSP responder and the issuer's certificate.
 */
public record CaUrls(String crl, String ocsp, String issuer) {

  public CaUrls {
    require("urls.crl", crl);
    require("urls.ocsp", ocsp);
    require("urls.issuer", issuer);
  }

  /** The hall's usual addresses below one base such as {@code http://pki.example.cn}. */
  public static CaUrls below(String base, String hall) {
    var root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return new CaUrls(
        root + "/crl/" + hall + ".crl", root + "/ocsp", root + "/ca/" + hall + ".cer");
  }

  /** Where the part of the list stands that tells of certificates with this last digit. */
  public String partition(int shard) {
    return crl.replaceFirst("(\\.crl)?$", "/" + StatusShard.name(shard) + ".crl");
  }

  /** The value of the CRL distribution points extension: the full list, and the small one. */
  public CRLDistPoint crlExtension(BigInteger serial) {
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(name(crl), null, null),
          new DistributionPoint(name(partition(StatusShard.of(serial.toString(16)))), null, null)
        });
  }

  /** A distribution point's name, as certificates and partitions of the list write it. */
  public static DistributionPointName name(String url) {
    return new DistributionPointName(new GeneralNames(uri(url)));
  }

  /** The value of the authority information access extension. */
  public AuthorityInformationAccess accessExtension() {
    return new AuthorityInformationAccess(
        new AccessDescription[] {
          new AccessDescription(AccessDescription.id_ad_ocsp, uri(ocsp)),
          new AccessDescription(AccessDescription.id_ad_caIssuers, uri(issuer))
        });
  }

  private static GeneralName uri(String url) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, new DERIA5String(url));
  }

  private static void require(String field, String url) {
    // Plain http is meant: the answers are signed, and https would need what it fetches.
    if (!url.matches("https?://[!-~]+") || !isUri(url)) {
      throw new CaFault(FaultCode.FIELD_INVALID, field, "http://…: " + url);
    }
  }

  private static boolean isUri(String url) {
    try {
      return URI.create(url).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
