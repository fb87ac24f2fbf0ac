package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.Token;
import org.xipki.pkcs11.wrapper.TokenException;

/** Tokens of this process: a library is loaded once and a token logged in to once. */
final class Pkcs11Tokens {

  private static final Map<Path, PKCS11Module> MODULES = new ConcurrentHashMap<>();
  private static final Map<String, PKCS11Token> TOKENS = new ConcurrentHashMap<>();

  private Pkcs11Tokens() {}

  /**
   * A logged-in token with its own pool of sessions.
   *
   * @throws CaFault TOKEN_…, saying which setting is wrong
   */
  static PKCS11Token open(TokenKey key) {
    var place = key.library() + "#" + key.token();
    var open = TOKENS.get(place);
    if (open != null) {
      return open;
    }
    var pin = key.pinFile().read();
    try {
      var token = new PKCS11Token(find(key), false, pin);
      var other = TOKENS.putIfAbsent(place, token);
      return other == null ? token : other;
    } catch (TokenException e) {
      throw new CaFault(e, FaultCode.TOKEN_LOGIN_FAILED, key.token(), e.getMessage());
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private static Token find(TokenKey key) throws TokenException {
    for (var slot : module(key.library()).getSlotList(true)) {
      var token = slot.getToken();
      if (token.getTokenInfo().getLabel().strip().equals(key.token())) {
        return token;
      }
    }
    throw new CaFault(FaultCode.TOKEN_MISSING, key.token(), key.library());
  }

  private static PKCS11Module module(Path library) {
    return MODULES.computeIfAbsent(
        library.toAbsolutePath(),
        path -> {
          if (!Files.isReadable(path)) {
            throw new CaFault(FaultCode.TOKEN_LIBRARY_UNUSABLE, path, "?");
          }
          try {
            var module = PKCS11Module.getInstance(path.toString());
            module.initialize();
            return module;
          } catch (IOException | TokenException e) {
            throw new CaFault(e, FaultCode.TOKEN_LIBRARY_UNUSABLE, path, e.getMessage());
          }
        });
  }
}
