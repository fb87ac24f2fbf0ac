package io.certhall.workers.status;

import io.certhall.processes.status.RevocationListQueue.Entry;
import io.certhall.processes.status.StatusShard;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.profile.CaUrls;
import io.certhall.workers.ca.profile.KeyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;

/** Signs the revocation lists of one CA with the CA's own key. */
final class RevocationListSigner {

  private final SigningKey key;
  private final CaUrls urls;

  RevocationListSigner(SigningKey key, CaUrls urls) {
    this.key = key;
    this.urls = urls;
  }

  /**
   * The CertificateList in DER.
   *
   * @param shard a partition names its own address (critical); {@link StatusShard#FULL} none
   */
  byte[] sign(int shard, long number, List<Entry> entries, Instant thisUpdate, Instant nextUpdate) {
    X509v2CRLBuilder list =
        new X509v2CRLBuilder(key.certificate().getSubject(), Date.from(thisUpdate));
    list.setNextUpdate(Date.from(nextUpdate));
    for (Entry entry : entries) {
      list.addCRLEntry(
          new BigInteger(entry.serial(), 16),
          Date.from(entry.revocation().at()),
          entry.revocation().reason().code());
    }
    try {
      list.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new AuthorityKeyIdentifier(KeyId.of(key.publicKey())));
      list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      if (shard != StatusShard.FULL) {
        list.addExtension(
            Extension.issuingDistributionPoint,
            true,
            new IssuingDistributionPoint(
                CaUrls.name(urls.partition(shard)), true, false, null, false, false));
      }
      return list.build(new KeyContentSigner(key)).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
