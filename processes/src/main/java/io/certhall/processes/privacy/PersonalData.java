package io.certhall.processes.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts personal data for the database: AES-256-GCM, 12-byte random nonce in front, one format
 * byte so that keys and algorithms can change; the column's name is authenticated, so that a value
 * can't be moved to another column. The key lives outside the database.
 */
public final class PersonalData {

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey encryptionKey;
  private final SecretKey hashKey;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param master at least 32 random bytes; encryption and hash key are derived from it
   */
  public PersonalData(byte[] master) {
    if (master.length < 32) {
      throw new IllegalArgumentException("the personal-data key must have at least 32 bytes");
    }
    this.encryptionKey = new SecretKeySpec(hmac(master, "encrypt"), "AES");
    this.hashKey = new SecretKeySpec(hmac(master, "hash"), "HmacSHA256");
  }

  public byte @Nullable [] encrypt(Column column, @Nullable String plain) {
    return plain == null ? null : encryptBytes(column, plain.getBytes(StandardCharsets.UTF_8));
  }

  public @Nullable String decrypt(Column column, byte @Nullable [] stored) {
    return stored == null ? null : new String(decryptBytes(column, stored), StandardCharsets.UTF_8);
  }

  public byte[] encryptBytes(Column column, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, column, nonce);
      byte[] out = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
      out[0] = FORMAT;
      System.arraycopy(nonce, 0, out, 1, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, out, 1 + NONCE_BYTES);
      return out;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt " + column, e);
    }
  }

  public byte[] decryptBytes(Column column, byte[] stored) {
    if (stored.length <= 1 + NONCE_BYTES || stored[0] != FORMAT) {
      throw new IllegalStateException("not an encrypted value in " + column);
    }
    try {
      byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, column, nonce)
          .doFinal(stored, 1 + NONCE_BYTES, stored.length - 1 - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot decrypt " + column + ": wrong key or altered value", e);
    }
  }

  /** Keyed hash for equality look-ups and throttling keys; 32 bytes. */
  public byte[] hash(String scope, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(hashKey);
      mac.update(scope.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, Column column, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, encryptionKey, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(column.name().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] hmac(byte[] master, String label) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The encrypted columns; the name is part of what is authenticated. */
  public enum Column {
    ACCOUNT_PHONE,
    ACCOUNT_ANSWERS,
    LEGAL_REP_ID,
    LEGAL_REP_PHONE,
    CONTACT_PHONE,
    PERSON_ID,
    PERSON_PHONE,
    ORDER_CONTACT,
    ATTACHMENT,
    NOTIFICATION_PHONE,
    NOTIFICATION_PARAMS,
    IDENTITY_PHOTO,
    SECRET_PIN,
    SECRET_RECIPIENT,
    INVOICE_DETAILS,
    MAIL_RECIPIENT,
    MAIL_CONTENT,
    BANK_PAYER,
    SEAL_PICTURE,
    SEAL_DER
  }
}
