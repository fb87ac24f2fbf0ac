package io.certhall.agent.token;

import io.certhall.agent.token.TokenFault.Code;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Token;

/** One visit to a token; nobody stays logged in after it. */
final class TokenSession implements AutoCloseable {

  /** Something to be done with an open session. */
  interface Work<T> {
    T run(Session session) throws PKCS11Exception;
  }

  private final Session session;
  private boolean loggedIn;

  TokenSession(Token token) {
    try {
      session = token.openSession(true);
    } catch (PKCS11Exception e) {
      throw failed("open session", e);
    }
  }

  /** As the user, with the counter of wrong PINs. */
  void login(String serial, char[] pin, PinCounter counter) {
    if (counter.isLocked(serial)) {
      throw new TokenFault(Code.PIN_LOCKED, "too many wrong PINs; the hall can unlock this key");
    }
    try {
      session.login(PKCS11Constants.CKU_USER, pin);
      loggedIn = true;
      counter.right(serial);
    } catch (PKCS11Exception e) {
      long error = e.getErrorCode();
      if (error == PKCS11Constants.CKR_PIN_INCORRECT
          || error == PKCS11Constants.CKR_PIN_LEN_RANGE
          || error == PKCS11Constants.CKR_PIN_INVALID) {
        int left = counter.wrong(serial);
        throw new TokenFault(
            left <= 0 ? Code.PIN_LOCKED : Code.PIN_WRONG, Math.max(left, 0) + " tries left");
      }
      if (error == PKCS11Constants.CKR_PIN_LOCKED) {
        throw new TokenFault(Code.PIN_LOCKED, "the token has locked its PIN");
      }
      throw failed("login", e);
    }
  }

  void loginAsOfficer(char[] soPin) {
    if (!isOfficersPin(soPin)) {
      throw new TokenFault(Code.SO_PIN_WRONG, "the officer's PIN of this token is another");
    }
  }

  /** Logs in as officer; false when the token's officer has another PIN. */
  boolean isOfficersPin(char[] soPin) {
    try {
      session.login(PKCS11Constants.CKU_SO, soPin);
      loggedIn = true;
      return true;
    } catch (PKCS11Exception e) {
      long error = e.getErrorCode();
      if (error == PKCS11Constants.CKR_PIN_INCORRECT
          || error == PKCS11Constants.CKR_PIN_LEN_RANGE
          || error == PKCS11Constants.CKR_PIN_INVALID) {
        return false;
      }
      throw failed("login as officer", e);
    }
  }

  <T> T run(String what, Work<T> work) {
    try {
      return work.run(session);
    } catch (PKCS11Exception e) {
      long error = e.getErrorCode();
      if (error == PKCS11Constants.CKR_PIN_LEN_RANGE || error == PKCS11Constants.CKR_PIN_INVALID) {
        throw new TokenFault(Code.PIN_UNFIT, "the token does not take this PIN: wrong length");
      }
      throw failed(what, e);
    }
  }

  private static TokenFault failed(String what, PKCS11Exception e) {
    return new TokenFault(Code.TOKEN_FAILED, what + ": " + e.getErrorName(), e);
  }

  @Override
  public void close() {
    try {
      if (loggedIn) {
        session.logout();
      }
      session.closeSession();
    } catch (PKCS11Exception e) {
      // A token pulled out has closed its sessions itself.
      loggedIn = false;
    }
  }
}
