package io.certhall.processes.engine;

/** The engine did not do what it was told. */
public final class EngineFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Decides what happens next. */
  public enum Kind {
    /** The engine is overloaded: ask again in a moment. */
    BUSY,
    /** The engine is away or slow: ask again later; the command may have been applied. */
    AWAY,
    /** The engine knows no such process definition: its data was lost, deploy again. */
    NOT_DEPLOYED,
    /** Asking again won't help; a person has to look. */
    PERMANENT
  }

  private final Kind kind;

  public EngineFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isPassing() {
    return kind != Kind.PERMANENT;
  }
}
