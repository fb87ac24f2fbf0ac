package io.certhall.processes.application;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.order.Service;
import java.util.Optional;

/** What a service does to the certificate it works on, and what it carries over from it. */
final class ServiceMoves {

  private ServiceMoves() {}

  /** The move at the service's end; none for NEW. */
  static Optional<CertificateMove> of(Service service) {
    return switch (service) {
      case NEW -> Optional.empty();
      case RENEW -> Optional.of(CertificateMove.RENEW);
      case REPLACE -> Optional.of(CertificateMove.REPLACE);
      case CHANGE -> Optional.of(CertificateMove.CHANGE);
      case UNLOCK -> Optional.of(CertificateMove.UNLOCK);
      case REVOKE -> Optional.of(CertificateMove.REVOKE);
      case REPORT_LOSS -> Optional.of(CertificateMove.SUSPEND);
      case CANCEL_LOSS -> Optional.of(CertificateMove.RELEASE);
      case ADD_SEAL -> Optional.of(CertificateMove.ADD_SEAL);
      case EXCHANGE -> Optional.of(CertificateMove.EXCHANGE);
    };
  }

  /** The new certificate carries the seals of the old one. */
  static boolean carriesSeals(Service service) {
    return switch (service) {
      case RENEW, REPLACE, CHANGE, EXCHANGE -> true;
      default -> false;
    };
  }

  /** The certificate can't be used from the moment of submission. */
  static boolean suspends(Service service) {
    return service == Service.REPLACE || service == Service.REPORT_LOSS;
  }

  /** Who lost the key may not have its serial at hand: staff find the certificate (G-79). */
  static boolean takesUnknown(Service service) {
    return service == Service.REPORT_LOSS || service == Service.CANCEL_LOSS;
  }
}
