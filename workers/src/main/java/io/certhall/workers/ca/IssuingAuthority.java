package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.KeyService;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.cert.X509CertificateHolder;

/** All issuing CAs of this installation below one root. Safe for concurrent use. */
public final class IssuingAuthority {

  private final X509CertificateHolder root;
  private final KeyService keyService;
  private final SortedMap<String, CertificateAuthority> byHall;

  IssuingAuthority(
      X509CertificateHolder root,
      KeyService keyService,
      SortedMap<String, CertificateAuthority> byHall) {
    this.root = root;
    this.keyService = keyService;
    this.byHall = new TreeMap<>(byHall);
  }

  public X509CertificateHolder root() {
    return root;
  }

  public KeyService keyService() {
    return keyService;
  }

  public Set<String> halls() {
    return Set.copyOf(byHall.keySet());
  }

  public CertificateAuthority forHall(String hall) {
    var authority = byHall.get(hall);
    if (authority == null) {
      throw new CaFault(FaultCode.HALL_UNKNOWN, hall, String.join(", ", byHall.keySet()));
    }
    return authority;
  }
}
