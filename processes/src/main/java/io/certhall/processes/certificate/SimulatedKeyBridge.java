package io.certhall.processes.certificate;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Plugs the right key in: for demonstrations and tests, off in production. */
@Component
class SimulatedKeyBridge implements KeyBridge {

  private final CertificateQuery certificates;
  private final boolean enabled;

  SimulatedKeyBridge(
      CertificateQuery certificates,
      @Value("${certhall.simulators.enabled:false}") boolean enabled) {
    this.certificates = certificates;
    this.enabled = enabled;
  }

  @Override
  public boolean isSimulated() {
    return enabled;
  }

  @Override
  public KeyReading read(Actor actor, String certificateSerial) {
    CertificateRow certificate = certificates.get(actor, certificateSerial);
    if (!enabled || certificate.mediumSerial() == null) {
      throw Refusal.conflict("KEY_NOT_PLUGGED");
    }
    return new KeyReading(certificate.mediumSerial(), certificate.issuer(), null);
  }
}
