package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.DurableFile;
import io.certhall.workers.ca.key.PasswordFile;
import io.certhall.workers.ca.key.Pkcs12SigningKey;
import io.certhall.workers.ca.key.Sm2KeyPair;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * One CA's files: {@code name.pass}, {@code name.p12}, {@code name.crt} (DER) and {@code name.pem},
 * written in this order. So certificates without a key file are a loss, never a half-done start.
 */
record CaFiles(Path folder, String name) {

  private static final int LINE = 64;

  Path keyFile() {
    return folder.resolve(name + ".p12");
  }

  private PasswordFile passwordFile() {
    return new PasswordFile(folder.resolve(name + ".pass"));
  }

  private Path der() {
    return folder.resolve(name + ".crt");
  }

  private Path pem() {
    return folder.resolve(name + ".pem");
  }

  boolean hasKey() {
    return Files.exists(keyFile());
  }

  Optional<X509CertificateHolder> publishedCertificate() {
    return Files.exists(der())
        ? Optional.of(DerBytes.certificate(DurableFile.read(der())))
        : Optional.empty();
  }

  boolean hasCertificate() {
    return Files.exists(der()) || Files.exists(pem());
  }

  Pkcs12SigningKey open() {
    if (!passwordFile().exists()) {
      throw new CaFault(FaultCode.PASSWORD_FILE_LOST, keyFile(), passwordFile().path());
    }
    var key = Pkcs12SigningKey.open(keyFile(), passwordFile());
    publish(key.chain());
    return key;
  }

  Pkcs12SigningKey store(Sm2KeyPair key, List<X509CertificateHolder> chain, SecureRandom random) {
    var stored = Pkcs12SigningKey.store(keyFile(), passwordFile(), key, chain, random);
    publish(stored.chain());
    return stored;
  }

  CaFault keyLost() {
    return new CaFault(FaultCode.KEY_FILE_LOST, der(), keyFile());
  }

  /** Writes the certificate (DER) and the chain (PEM) unless they stand there already. */
  void publish(List<X509CertificateHolder> chain) {
    var text = new StringBuilder();
    var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    for (var certificate : chain) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(encoder.encodeToString(DerBytes.of(certificate)))
          .append("\n-----END CERTIFICATE-----\n");
    }
    writeIfOther(der(), DerBytes.of(chain.getFirst()));
    writeIfOther(pem(), text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void writeIfOther(Path file, byte[] content) {
    if (!Files.exists(file) || !Arrays.equals(DurableFile.read(file), content)) {
      DurableFile.writePublic(file, content);
    }
  }
}
