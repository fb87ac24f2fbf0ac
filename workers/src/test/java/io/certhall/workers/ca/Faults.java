package io.certhall.workers.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts refusals by their code. */
public final class Faults {

  private Faults() {}

  public static void assertFault(ThrowingCallable call, FaultCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CaFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
