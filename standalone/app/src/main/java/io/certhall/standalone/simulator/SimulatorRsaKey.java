package io.certhall.standalone.simulator;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** An RSA key pair kept in a PEM file (PKCS#8), made on first use; and signatures with it. */
public final class SimulatorRsaKey {

  private static final int BITS = 2048;

  private SimulatorRsaKey() {}

  public static KeyPair loadOrCreate(Path file) {
    String pem = OwnerOnlyFiles.readOrCreate(file, SimulatorRsaKey::newPrivateKey);
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      byte[] pkcs8 =
          Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
      PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (!(key instanceof RSAPrivateCrtKey rsa)) {
        throw new IllegalStateException(file + " is not an RSA key; delete it to get a new one");
      }
      return new KeyPair(
          factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())),
          key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key in " + file + "; delete it to get a new one", e);
    }
  }

  /** SHA256withRSA in Base64. */
  public static String sign(PrivateKey key, String message) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(key);
      rsa.update(message.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  public static boolean isSigned(PublicKey key, String message, String signature) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initVerify(key);
      rsa.update(message.getBytes(StandardCharsets.UTF_8));
      return rsa.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String newPrivateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
      String lines =
          Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(pkcs8);
      return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make RSA keys", e);
    }
  }
}
