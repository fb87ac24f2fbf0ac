package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.DurableFile;
import io.certhall.workers.ca.key.KeyMaterial;
import io.certhall.workers.ca.key.PasswordFile;
import io.certhall.workers.ca.key.Pkcs11SigningKey;
import io.certhall.workers.ca.key.Pkcs12SigningKey;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.key.TokenKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * One CA's files: {@code name.pass}, {@code name.p12}, {@code name.crt} (DER) and {@code name.pem},
 * written in this order. So certificates without a key file are a loss, never a half-done start.
 */
record CaFiles(Path folder, String name) {

  private static final int LINE = 64;
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----(.+?)-----END", Pattern.DOTALL);

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

  /** Says where an HSM keeps the key, in place of a key file. */
  Path tokenFile() {
    return folder.resolve(name + ".p11");
  }

  boolean hasKey() {
    return Files.exists(keyFile()) || Files.exists(tokenFile());
  }

  boolean isOnToken() {
    return Files.exists(tokenFile());
  }

  boolean exists() {
    return hasKey() || hasCertificate() || passwordFile().exists();
  }

  Optional<X509CertificateHolder> publishedCertificate() {
    return Files.exists(der())
        ? Optional.of(DerBytes.certificate(DurableFile.read(der())))
        : Optional.empty();
  }

  boolean hasCertificate() {
    return Files.exists(der()) || Files.exists(pem());
  }

  SigningKey open() {
    if (isOnToken()) {
      return Pkcs11SigningKey.open(TokenKey.read(tokenFile()), chain());
    }
    if (!passwordFile().exists()) {
      throw new CaFault(FaultCode.PASSWORD_FILE_LOST, keyFile(), passwordFile().path());
    }
    var key = Pkcs12SigningKey.open(keyFile(), passwordFile());
    publish(key.chain());
    return key;
  }

  Pkcs12SigningKey store(KeyMaterial key, List<X509CertificateHolder> chain, SecureRandom random) {
    var stored = Pkcs12SigningKey.store(keyFile(), passwordFile(), key, chain, random);
    publish(stored.chain());
    return stored;
  }

  /** The key is on a token already; its certificate and the way to it are kept here. */
  void store(TokenKey key, List<X509CertificateHolder> chain) {
    publish(chain);
    key.write(tokenFile());
  }

  private List<X509CertificateHolder> chain() {
    if (!Files.exists(pem())) {
      throw new CaFault(FaultCode.FILE_MISSING, pem());
    }
    var text = new String(DurableFile.read(pem()), StandardCharsets.US_ASCII);
    return CERTIFICATE
        .matcher(text)
        .results()
        .map(match -> DerBytes.certificate(Base64.getMimeDecoder().decode(match.group(1))))
        .toList();
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
