package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;

/** The names of the root CA; they count when it is made. */
public record RootSpec(String organisation, String commonName) {

  public static final RootSpec STANDARD = new RootSpec("证书网上大厅", "证书网上大厅根CA");

  public RootSpec {
    if (organisation.isBlank()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "root.organisation");
    }
    if (commonName.isBlank()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "root.commonName");
    }
  }
}
