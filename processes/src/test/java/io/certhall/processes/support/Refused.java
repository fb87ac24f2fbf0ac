package io.certhall.processes.support;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Runs what must be refused. */
public final class Refused {

  private Refused() {}

  /** The refusal; fails the test when there is none. */
  public static Refusal by(ThrowingCallable call) {
    Throwable thrown = Assertions.catchThrowable(call);
    Assertions.assertThat(thrown).isInstanceOf(Refusal.class);
    return (Refusal) thrown;
  }

  /** The codes of the refusal's problems. */
  public static List<String> codes(ThrowingCallable call) {
    return by(call).problems().stream().map(Problem::code).toList();
  }
}
