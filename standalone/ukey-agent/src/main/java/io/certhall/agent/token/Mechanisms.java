package io.certhall.agent.token;

import org.xipki.pkcs11.wrapper.PKCS11Constants;

/**
 * The PKCS#11 numbers a token knows its mechanisms by. Those of SM2 differ from vendor to vendor
 * and are settings.
 */
public interface Mechanisms {

  long keyType(KeyKind kind);

  long generation(KeyKind kind);

  /** Signs a ready digest; for RSA its DigestInfo. */
  long signing(KeyKind kind);

  /** SM2 numbers as given. */
  static Mechanisms withSm2(long keyType, long generation, long signing) {
    return new Mechanisms() {
      @Override
      public long keyType(KeyKind kind) {
        return kind.isRsa()
            ? PKCS11Constants.CKK_RSA
            : kind == KeyKind.SM2 ? keyType : PKCS11Constants.CKK_EC;
      }

      @Override
      public long generation(KeyKind kind) {
        return kind.isRsa()
            ? PKCS11Constants.CKM_RSA_PKCS_KEY_PAIR_GEN
            : kind == KeyKind.SM2 ? generation : PKCS11Constants.CKM_EC_KEY_PAIR_GEN;
      }

      @Override
      public long signing(KeyKind kind) {
        return kind.isRsa()
            ? PKCS11Constants.CKM_RSA_PKCS
            : kind == KeyKind.SM2 ? signing : PKCS11Constants.CKM_ECDSA;
      }
    };
  }
}
