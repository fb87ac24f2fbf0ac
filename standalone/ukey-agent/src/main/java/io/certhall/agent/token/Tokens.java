package io.certhall.agent.token;

import io.certhall.agent.token.TokenFault.Code;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.Token;
import org.xipki.pkcs11.wrapper.TokenException;
import org.xipki.pkcs11.wrapper.TokenInfo;

/** The tokens a PKCS#11 library sees. */
public final class Tokens {

  private final PKCS11Module module;
  private final PinCounter counter;

  /**
   * @param library the vendor's PKCS#11 library
   */
  public Tokens(Path library, PinCounter counter) {
    this.counter = counter;
    if (!Files.isReadable(library)) {
      throw new TokenFault(Code.TOKEN_FAILED, "--library: cannot read " + library);
    }
    try {
      module = PKCS11Module.getInstance(library.toString());
      module.initialize();
    } catch (IOException | TokenException e) {
      throw new TokenFault(
          Code.TOKEN_FAILED, "--library: " + library + " is no usable PKCS#11 library", e);
    }
  }

  public PinCounter counter() {
    return counter;
  }

  public synchronized List<TokenState> plugged() {
    List<TokenState> states = new ArrayList<>();
    for (Token token : all()) {
      states.add(state(token));
    }
    return List.copyOf(states);
  }

  synchronized Token get(String serial) {
    return all().stream()
        .filter(token -> info(token).getSerialNumber().strip().equals(serial))
        .findFirst()
        .orElseThrow(
            () -> new TokenFault(Code.TOKEN_NOT_PLUGGED, "no key " + serial + " is plugged in"));
  }

  private List<Token> all() {
    try {
      List<Token> found = new ArrayList<>();
      for (Slot slot : module.getSlotList(true)) {
        Token token = slot.getToken();
        if (info(token).isTokenInitialized()) {
          found.add(token);
        }
      }
      return found;
    } catch (PKCS11Exception e) {
      throw new TokenFault(Code.TOKEN_FAILED, "list tokens: " + e.getErrorName(), e);
    }
  }

  private TokenState state(Token token) {
    TokenInfo info = info(token);
    String serial = info.getSerialNumber().strip();
    try (TokenSession session = new TokenSession(token)) {
      return new TokenState(
          serial,
          info.getLabel().strip(),
          info.getModel().strip(),
          info.getManufacturerID().strip(),
          info.getFreePublicMemory(),
          pinState(info, serial),
          counter.of(serial),
          session.run("read certificates", Tokens::certificates));
    }
  }

  private TokenState.PinState pinState(TokenInfo info, String serial) {
    if (info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_LOCKED) || counter.isLocked(serial)) {
      return TokenState.PinState.LOCKED;
    }
    if (!info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_INITIALIZED)) {
      return TokenState.PinState.NOT_SET;
    }
    return info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_COUNT_LOW)
            || info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_FINAL_TRY)
        ? TokenState.PinState.FEW_TRIES_LEFT
        : TokenState.PinState.OK;
  }

  private static List<TokenState.Entry> certificates(Session session) throws PKCS11Exception {
    List<TokenState.Entry> entries = new ArrayList<>();
    for (long handle :
        session.findAllObjectsSingle(
            new AttributeVector().class_(PKCS11Constants.CKO_CERTIFICATE))) {
      var values = session.getAttrValues(handle, PKCS11Constants.CKA_VALUE, PKCS11Constants.CKA_ID);
      entry(values.value(), values.id()).ifPresent(entries::add);
    }
    return List.copyOf(entries);
  }

  private static Optional<TokenState.Entry> entry(byte[] der, byte[] id) {
    try {
      var certificate = new X509CertificateHolder(der);
      return Optional.of(
          new TokenState.Entry(
              hex(certificate.getSerialNumber()),
              certificate.getSubject().toString(),
              certificate.getIssuer().toString(),
              HexFormat.of().formatHex(id),
              signs(certificate),
              Base64.getEncoder().encodeToString(der)));
    } catch (IOException e) {
      // Another program's object; not ours to judge.
      return Optional.empty();
    }
  }

  private static boolean signs(X509CertificateHolder certificate) {
    KeyUsage usage =
        certificate.getExtensions() == null
            ? null
            : KeyUsage.fromExtensions(certificate.getExtensions());
    return usage == null || usage.hasUsages(KeyUsage.digitalSignature);
  }

  /** As the hall writes serial numbers: upper case, an even number of digits. */
  private static String hex(BigInteger serial) {
    String digits = serial.toString(16).toUpperCase(Locale.ROOT);
    return digits.length() % 2 == 0 ? digits : "0" + digits;
  }

  private static TokenInfo info(Token token) {
    try {
      return token.getTokenInfo();
    } catch (PKCS11Exception e) {
      throw new TokenFault(Code.TOKEN_FAILED, "token info: " + e.getErrorName(), e);
    }
  }
}
