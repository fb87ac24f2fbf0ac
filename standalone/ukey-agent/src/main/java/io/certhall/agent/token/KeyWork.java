package io.certhall.agent.token;

import io.certhall.agent.token.TokenFault.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** What is done with a key: a pair and its request, certificates, PINs, a signature. */
public final class KeyWork {

  private final Tokens tokens;
  private final TokenKeys keys;

  public KeyWork(Tokens tokens, Mechanisms mechanisms) {
    this.tokens = tokens;
    this.keys = new TokenKeys(mechanisms);
  }

  /**
   * A request for a key pair made on the token just now.
   *
   * @param der PKCS#10
   */
  public record Request(String keyId, KeyKind kind, byte[] der) {}

  /**
   * A signature of a login challenge.
   *
   * @param certificate DER of the certificate that goes with it
   */
  public record Signed(byte[] signature, byte[] certificate, String algorithm) {}

  public synchronized Request request(String serial, char[] pin, KeyKind kind, String subject) {
    X500Name name = name(subject);
    return visit(
        serial,
        pin,
        "make key pair",
        session -> {
          TokenKeys.Pair pair = keys.generate(session, kind);
          PKCS10CertificationRequest made =
              new PKCS10CertificationRequestBuilder(name, pair.publicKey())
                  .build(new OnToken(session, pair));
          return new Request(HexFormat.of().formatHex(pair.id()), kind, bytes(made));
        });
  }

  /**
   * Writes a certificate beside its key; writing it again changes nothing.
   *
   * @throws TokenFault CERTIFICATE_OF_OTHER_KEY when its key is not on this token
   */
  public synchronized void write(String serial, char[] pin, byte[] certificate) {
    X509CertificateHolder holder = certificate(certificate);
    visit(
        serial,
        pin,
        "write certificate",
        session -> {
          TokenKeys.Pair pair = keys.ofPublicKey(session, holder.getSubjectPublicKeyInfo());
          replace(session, holder, certificate, pair.id());
          return true;
        });
  }

  /** Writes the encryption certificate with its key out of the hall's envelope. */
  public synchronized void writeEncryption(
      String serial, char[] pin, byte[] signing, byte[] encryption, byte[] envelope) {
    X509CertificateHolder own = certificate(signing);
    X509CertificateHolder holder = certificate(encryption);
    visit(
        serial,
        pin,
        "write encryption key",
        session -> {
          TokenKeys.Pair pair = keys.ofPublicKey(session, own.getSubjectPublicKeyInfo());
          byte[] id = EncryptionKeys.id(holder);
          EncryptionKeys.importInto(session, pair, holder, envelope, id);
          replace(session, holder, encryption, id);
          return true;
        });
  }

  public synchronized Signed sign(
      String serial, char[] pin, String certificateSerial, byte[] challenge) {
    TokenState.Entry entry =
        tokens.plugged().stream()
            .filter(token -> token.serial().equals(serial))
            .flatMap(token -> token.certificates().stream())
            .filter(one -> one.serial().equalsIgnoreCase(certificateSerial))
            .findFirst()
            .orElseThrow(
                () -> new TokenFault(Code.KEY_UNKNOWN, "no certificate " + certificateSerial));
    byte[] der = java.util.Base64.getDecoder().decode(entry.der());
    return visit(
        serial,
        pin,
        "sign",
        session -> {
          TokenKeys.Pair pair =
              keys.ofPublicKey(session, certificate(der).getSubjectPublicKeyInfo());
          return new Signed(keys.sign(session, pair, challenge), der, pair.kind().signature());
        });
  }

  public synchronized void changePin(String serial, char[] pin, char[] newPin) {
    visit(
        serial,
        pin,
        "change PIN",
        session -> {
          session.setPIN(pin, newPin);
          return true;
        });
  }

  /** Sets the PIN anew as the token's officer; opens the counter again. */
  public synchronized void resetPin(String serial, char[] soPin, char[] newPin) {
    try (TokenSession session = new TokenSession(tokens.get(serial))) {
      session.loginAsOfficer(soPin);
      session.run(
          "set PIN",
          open -> {
            open.initPIN(newPin);
            return true;
          });
      tokens.counter().right(serial);
    }
  }

  /**
   * Gives a token the hall's officer PIN and sets the user's PIN. A token that carries it already,
   * since an answer got lost, is taken as it is.
   *
   * @param makersPin what it came with
   */
  public synchronized void setOfficerPin(
      String serial, char[] makersPin, char[] soPin, char[] newPin) {
    try (TokenSession session = new TokenSession(tokens.get(serial))) {
      if (session.isOfficersPin(makersPin)) {
        session.run(
            "set officer PIN",
            open -> {
              open.setPIN(makersPin, soPin);
              return true;
            });
      } else {
        session.loginAsOfficer(soPin);
      }
      session.run(
          "set PIN",
          open -> {
            open.initPIN(newPin);
            return true;
          });
      tokens.counter().right(serial);
    }
  }

  private <T> T visit(String serial, char[] pin, String what, TokenSession.Work<T> work) {
    try (TokenSession session = new TokenSession(tokens.get(serial))) {
      session.login(serial, pin, tokens.counter());
      return session.run(what, work);
    }
  }

  /** First the new one, then the old one goes: a token pulled out between has both, not none. */
  private static void replace(Session session, X509CertificateHolder holder, byte[] der, byte[] id)
      throws PKCS11Exception {
    AttributeVector beside = new AttributeVector().class_(PKCS11Constants.CKO_CERTIFICATE).id(id);
    long[] old = session.findAllObjectsSingle(beside);
    session.createObject(
        AttributeVector.newX509Certificate()
            .token(true)
            .private_(false)
            .id(id)
            .label("certhall")
            .subject(encoded(holder.getSubject()))
            .issuer(encoded(holder.getIssuer()))
            .serialNumber(encoded(new org.bouncycastle.asn1.ASN1Integer(holder.getSerialNumber())))
            .value(der));
    for (long handle : old) {
      session.destroyObject(handle);
    }
  }

  private static X509CertificateHolder certificate(byte[] der) {
    try {
      return new X509CertificateHolder(der);
    } catch (IOException e) {
      throw new TokenFault(Code.CERTIFICATE_INVALID, "not a certificate", e);
    }
  }

  private static X500Name name(String subject) {
    try {
      return new X500Name(subject);
    } catch (IllegalArgumentException e) {
      throw new TokenFault(Code.SUBJECT_INVALID, "subject: not a name: " + subject, e);
    }
  }

  private static byte[] bytes(PKCS10CertificationRequest made) {
    try {
      return made.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(org.bouncycastle.asn1.ASN1Object object) {
    try {
      return object.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs the request with the new key itself: the proof that the token has it. */
  private final class OnToken implements ContentSigner {

    private final Session session;
    private final TokenKeys.Pair pair;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    OnToken(Session session, TokenKeys.Pair pair) {
      this.session = session;
      this.pair = pair;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new DefaultSignatureAlgorithmIdentifierFinder().find(pair.kind().signature());
    }

    @Override
    public OutputStream getOutputStream() {
      return message;
    }

    @Override
    public byte[] getSignature() {
      try {
        return keys.sign(session, pair, message.toByteArray());
      } catch (PKCS11Exception e) {
        throw new TokenFault(Code.TOKEN_FAILED, "sign request: " + e.getErrorName(), e);
      }
    }
  }
}
