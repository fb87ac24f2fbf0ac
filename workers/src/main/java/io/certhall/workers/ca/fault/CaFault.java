package io.certhall.workers.ca.fault;

import java.util.List;
import java.util.Locale;

/**
 * A refusal of the certificate authority. All are permanent: the same call fails again until the
 * named field, file or setting is mended.
 */
public final class CaFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FaultCode code;
  private final transient List<Object> arguments;

  public CaFault(FaultCode code, Object... arguments) {
    super(CaText.of(Locale.SIMPLIFIED_CHINESE, key(code), arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public CaFault(Throwable cause, FaultCode code, Object... arguments) {
    this(code, arguments);
    initCause(cause);
  }

  public FaultCode code() {
    return code;
  }

  /** The refusal in the reader's language; {@link #getMessage()} is Chinese. */
  public String text(Locale locale) {
    return CaText.of(locale, key(code), arguments.toArray());
  }

  private static String key(FaultCode code) {
    return "fault." + code.name();
  }
}
