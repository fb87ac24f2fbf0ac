package io.certhall.processes.certificate;

import io.certhall.processes.privacy.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret behind key authorisations, kept beside the database. Officers' PINs are derived from
 * it per key and stored nowhere: who has one key's PIN has no other's.
 */
@Component
class HallSecret {

  /** No characters that are taken for one another. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int PIN_LENGTH = 16;

  private final byte[] master;

  HallSecret(@Value("${certhall.data}") Path dataFolder) {
    this.master = SecretFile.loadOrCreate(dataFolder.resolve("secrets/key-agent.key"), 32);
  }

  /** The officer's PIN of one key: 80 bits. */
  String officerPin(String keySerial) {
    byte[] bits = derived("officer-pin:" + keySerial);
    StringBuilder pin = new StringBuilder(PIN_LENGTH);
    for (int i = 0; i < PIN_LENGTH; i++) {
      pin.append(ALPHABET.charAt(bits[i] & 31));
    }
    return pin.toString();
  }

  /** The pair that grants are signed with: always the same of one secret. */
  KeyPair grantKey() {
    byte[] seed = derived("grant-key");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new Seeded(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private byte[] derived(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ed25519's private key is 32 bytes drawn from its source. */
  private static final class Seeded extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seeded(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
