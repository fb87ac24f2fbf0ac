package io.certhall.processes.certificate;

import io.certhall.processes.security.Actor;

/**
 * The way to the key on the holder's computer. A reading comes with the holder's request; where no
 * local tool exists yet a simulated key answers.
 */
public interface KeyBridge {

  /** Whether readings can be had without the holder's own tool. */
  boolean isSimulated();

  /**
   * The key that carries this certificate, as if it were plugged in now.
   *
   * @throws io.certhall.processes.refusal.Refusal NOT_FOUND for another's certificate, CONFLICT
   *     when there is no key to be read
   */
  KeyReading read(Actor actor, String certificateSerial);
}
