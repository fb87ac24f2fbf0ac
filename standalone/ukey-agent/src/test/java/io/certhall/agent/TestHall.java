package io.certhall.agent;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A hall as the agent knows it: a CA, and a key that signs grants. */
final class TestHall {

  private final KeyPair ca = pair("RSA");
  private final KeyPair grants = pair("Ed25519");
  private long serial = 0x7000;

  private static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String grantKey() {
    return Base64.getEncoder().encodeToString(grants.getPublic().getEncoded());
  }

  X509CertificateHolder certify(String subject, SubjectPublicKeyInfo key)
      throws OperatorCreationException {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
            new X500Name("CN=Test Hall CA"),
            BigInteger.valueOf(serial++),
            Date.from(now.minusSeconds(60)),
            Date.from(now.plusSeconds(86_400)),
            new X500Name(subject),
            key)
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(ca.getPrivate()));
  }

  String grant(String id, String keySerial, Instant expires, String soPin, String transportKey)
      throws GeneralSecurityException {
    return grant(id, "RESET_PIN", keySerial, expires, transportKey, Map.of("soPin", soPin));
  }

  /**
   * @param pins in clear, by their names in the grant
   */
  String grant(
      String id,
      String action,
      String keySerial,
      Instant expires,
      String transportKey,
      Map<String, String> pins)
      throws GeneralSecurityException {
    Map<String, Object> said = new HashMap<>();
    said.put("id", id);
    said.put("action", action);
    said.put("keySerial", keySerial);
    said.put("expires", expires.getEpochSecond());
    for (var pin : pins.entrySet()) {
      said.put(pin.getKey(), sealed(pin.getValue(), transportKey));
    }
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(JsonMapper.builder().build().writeValueAsBytes(said));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(grants.getPrivate());
    signature.update(payload.getBytes(StandardCharsets.US_ASCII));
    return payload + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  private static String sealed(String pin, String transportKey) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(transportKey))),
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    return Base64.getEncoder()
        .encodeToString(cipher.doFinal(pin.getBytes(StandardCharsets.US_ASCII)));
  }
}
