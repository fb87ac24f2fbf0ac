package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * A PKCS#12 file with one key and its chain, in the modern form (PBES2, AES-256, HMAC-SHA256) that
 * OpenSSL 3 opens without legacy settings.
 */
record Pkcs12File(Path path) {

  // The password is 192 random bits: stretching it further would only slow the start.
  private static final int ITERATIONS = 10_000;
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final AlgorithmIdentifier HMAC_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

  record Content(KeyMaterial key, List<X509CertificateHolder> chain) {}

  void write(KeyMaterial key, List<X509CertificateHolder> chain, char[] password) {
    write(key, chain, password, ITERATIONS);
  }

  void write(KeyMaterial key, List<X509CertificateHolder> chain, char[] password, int iterations) {
    try {
      var keyId = new DEROctetString(new byte[] {1});
      var keyBag =
          new PKCS12SafeBagBuilder(key.privateKey(), encryptor(password, iterations))
              .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, keyId)
              .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString("ca"));
      var certificates = new ArrayList<PKCS12SafeBag>();
      for (var certificate : chain) {
        var bag = new PKCS12SafeBagBuilder(certificate);
        if (certificates.isEmpty()) {
          bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, keyId);
        }
        certificates.add(bag.build());
      }
      var mac = new BcPKCS12MacCalculatorBuilder(new SHA256Digest(), SHA256);
      var pfx =
          new PKCS12PfxPduBuilder()
              .addEncryptedData(
                  encryptor(password, iterations), certificates.toArray(new PKCS12SafeBag[0]))
              .addData(keyBag.build())
              .build(mac.setIterationCount(iterations), password);
      DurableFile.writeSecret(path, pfx.getEncoded());
    } catch (IOException | PKCSException | OperatorCreationException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, path, e.toString());
    }
  }

  Content read(char[] password) {
    var bytes = DurableFile.readSecret(path);
    try {
      var pfx = new PKCS12PfxPdu(bytes);
      var macs = new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE);
      if (!pfx.hasMac() || !pfx.isMacValid(macs, password)) {
        throw new CaFault(FaultCode.PASSWORD_WRONG, path);
      }
      return contentOf(pfx, password);
    } catch (IOException | PKCSException | RuntimeException e) {
      if (e instanceof CaFault fault) {
        throw fault;
      }
      throw new CaFault(e, FaultCode.FILE_UNREADABLE, path, e.toString());
    }
  }

  private Content contentOf(PKCS12PfxPdu pfx, char[] password) throws PKCSException, IOException {
    var decryptor =
        new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(PROVIDER).build(password);
    KeyMaterial key = null;
    var chain = new ArrayList<X509CertificateHolder>();
    for (var content : pfx.getContentInfos()) {
      var bags =
          content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)
              ? new PKCS12SafeBagFactory(content, decryptor)
              : new PKCS12SafeBagFactory(content);
      for (var bag : bags.getSafeBags()) {
        switch (bag.getBagValue()) {
          case X509CertificateHolder certificate -> chain.add(certificate);
          case PKCS8EncryptedPrivateKeyInfo encrypted ->
              key = KeyMaterial.of(encrypted.decryptPrivateKeyInfo(decryptor), path);
          default -> throw new CaFault(FaultCode.FILE_UNREADABLE, path, bag.getType());
        }
      }
    }
    if (key == null || chain.isEmpty()) {
      throw new CaFault(FaultCode.KEY_UNSUPPORTED, path);
    }
    return new Content(key, ordered(chain, key));
  }

  /** Own certificate first, then each one's issuer: other tools write them in any order. */
  private List<X509CertificateHolder> ordered(
      List<X509CertificateHolder> certificates, KeyMaterial key) {
    var own = key.publicKey();
    var next =
        certificates.stream().filter(c -> c.getSubjectPublicKeyInfo().equals(own)).findFirst();
    if (next.isEmpty()) {
      throw new CaFault(FaultCode.KEY_DIFFERS_FROM_CERTIFICATE, path);
    }
    var chain = new ArrayList<X509CertificateHolder>();
    while (next.isPresent() && !chain.contains(next.get())) {
      var current = next.get();
      chain.add(current);
      next =
          certificates.stream().filter(c -> c.getSubject().equals(current.getIssuer())).findFirst();
    }
    return List.copyOf(chain);
  }

  private static OutputEncryptor encryptor(char[] password, int iterations)
      throws OperatorCreationException {
    return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
        .setProvider(PROVIDER)
        .setPRF(HMAC_SHA256)
        .setIterationCount(iterations)
        .build(password);
  }
}
