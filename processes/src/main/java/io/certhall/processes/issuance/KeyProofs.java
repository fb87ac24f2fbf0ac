package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.signature.PresentedCertificate;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * That a key is really plugged in: its certificate's key signs a challenge of the hall. A serial
 * that a browser tells proves nothing.
 */
@Component
public class KeyProofs {

  private final DSLContext dsl;
  private final SecureRandom random = new SecureRandom();

  KeyProofs(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * What the key gave back; base64 except the algorithm's name.
   *
   * @param origin of the page, as its browser writes it; part of what was signed
   * @param challenge drawn for this attempt by {@link #challenge}
   */
  public record Proof(
      String origin, String challenge, String certificate, String signature, String algorithm) {

    byte[] message() {
      return ("certhall-key:" + origin + ":" + challenge).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Random, for one attempt. */
  public String challenge() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * @param serial of the certificate whose key has to have signed
   * @throws Refusal RULE KEY_PROOF_INVALID
   */
  void require(String serial, Proof proof) {
    try {
      byte[] der = Base64.getDecoder().decode(proof.certificate());
      boolean ours =
          dsl.select(CERTIFICATE.DER)
              .from(CERTIFICATE)
              .where(CERTIFICATE.SERIAL.eq(serial))
              .fetchOptional(CERTIFICATE.DER)
              .filter(known -> Arrays.equals(known, der))
              .isPresent();
      if (ours
          && PresentedCertificate.read(der)
              .signed(
                  proof.message(),
                  proof.algorithm(),
                  Base64.getDecoder().decode(proof.signature()))) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.rule("keySerial", "KEY_PROOF_INVALID");
    }
    throw Refusal.rule("keySerial", "KEY_PROOF_INVALID");
  }
}
