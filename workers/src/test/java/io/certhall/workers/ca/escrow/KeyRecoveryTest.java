package io.certhall.workers.ca.escrow;

import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.SimulatedMedium;
import io.certhall.workers.ca.SubjectKey;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.profile.SubjectType;
import java.nio.file.Path;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRecoveryTest {

  @TempDir Path folder;

  @Test
  void a_recovered_key_opens_with_the_recipients_key_only() throws Exception {
    var authorities = CaSamples.open(folder, GANSU);
    var authority = authorities.forHall("gscamce");
    var lost = SimulatedMedium.create(RANDOM);
    var pair =
        authority.sign(
            authority.prepare(CaSamples.request(authority, SubjectType.ORG, lost.publicKey())));
    var next = SimulatedMedium.create(RANDOM);
    var renewed =
        authority.sign(
            authority.prepare(CaSamples.request(authority, SubjectType.ORG, next.publicKey())));

    var envelope =
        authorities
            .keyService()
            .recover(
                pair.escrow(),
                new X509CertificateHolder(pair.encryptionCertificate()),
                new X509CertificateHolder(renewed.signingCertificate()));

    var sm2 = EnvelopedKey.ofDer(envelope.der());
    assertThat(sm2.open(key(next)).publicKeyInfo())
        .isEqualTo(
            new X509CertificateHolder(pair.encryptionCertificate()).getSubjectPublicKeyInfo());
    assertFault(() -> sm2.open(key(lost)), FaultCode.ENVELOPE_FOR_OTHER_KEY);
  }

  @Test
  void an_sm2_key_does_not_go_to_an_rsa_certificate(@TempDir Path other) throws Exception {
    var authorities = CaSamples.open(folder, GANSU);
    var authority = authorities.forHall("gscamce");
    var pair =
        authority.sign(
            authority.prepare(
                CaSamples.request(
                    authority, SubjectType.ORG, SimulatedMedium.create(RANDOM).publicKey())));
    var rsa = CaSamples.authority(other, KeyAlgorithm.RSA_2048);
    var court = new SubjectKey(KeyAlgorithm.RSA_2048.generate(RANDOM).publicKey(), false);
    var recipient = rsa.sign(rsa.prepare(CaSamples.request(rsa, SubjectType.ORG, court)));

    assertFault(
        () ->
            authorities
                .keyService()
                .recover(
                    pair.escrow(),
                    new X509CertificateHolder(pair.encryptionCertificate()),
                    new X509CertificateHolder(recipient.signingCertificate())),
        FaultCode.RECIPIENT_OF_OTHER_KIND);
  }

  private static ECPrivateKeyParameters key(SimulatedMedium medium) throws Exception {
    return (ECPrivateKeyParameters) PrivateKeyFactory.createKey(medium.pkcs8());
  }
}
