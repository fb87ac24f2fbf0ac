package io.certhall.backoffice.key;

import io.certhall.processes.issuance.PairDelivery;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An issued pair as the agent takes it. */
public final class PairOnWire {

  /** What a person mends himself and tries again; anything else is a failed write. */
  private static final Set<String> NOT_TRIED =
      Set.of(
          "AGENT_ABSENT",
          "CANCELLED",
          "CERTIFICATE_OF_OTHER_KEY",
          "ORIGIN_REFUSED",
          "PAIRING_CLOSED",
          "PAIRING_CODE_WRONG",
          "PIN_LOCKED",
          "PIN_WRONG",
          "TOKEN_NOT_PLUGGED");

  private PairOnWire() {}

  /** May be added to. */
  public static Map<String, String> of(PairDelivery pair) {
    Base64.Encoder base64 = Base64.getEncoder();
    Map<String, String> body = new HashMap<>();
    body.put("token", String.valueOf(pair.mediumSerial()));
    body.put("signing", base64.encodeToString(pair.signing()));
    body.put("encryption", base64.encodeToString(pair.encryption()));
    body.put("envelopedKey", base64.encodeToString(pair.envelopedKey()));
    return body;
  }

  /** Whether the key was asked and did not do it. */
  public static boolean isFailure(String code) {
    return !NOT_TRIED.contains(code);
  }
}
