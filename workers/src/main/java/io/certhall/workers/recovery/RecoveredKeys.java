package io.certhall.workers.recovery;

import io.certhall.processes.recovery.RecoveryDelivery;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.fault.CaFault;
import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Packs each approved key for its recipient; the private key never leaves the key service. */
@Component
class RecoveredKeys {

  private static final Logger log = LoggerFactory.getLogger(RecoveredKeys.class);

  private final RecoveryDelivery delivery;
  private final ObjectProvider<IssuingAuthority> authorities;

  RecoveredKeys(RecoveryDelivery delivery, ObjectProvider<IssuingAuthority> authorities) {
    this.delivery = delivery;
    this.authorities = authorities;
  }

  void packAll() {
    delivery.due().forEach(this::pack);
  }

  private void pack(RecoveryDelivery.Due due) {
    try {
      var envelope =
          authorities
              .getObject()
              .keyService()
              .recover(
                  due.escrow(),
                  new X509CertificateHolder(due.encryptionDer()),
                  new X509CertificateHolder(due.recipientDer()));
      delivery.delivered(
          due, envelope.der(), envelope.skfBlob().length == 0 ? null : envelope.skfBlob());
    } catch (CaFault | IOException e) {
      log.error("key recovery {} failed: {}", due.id(), e.getMessage());
      delivery.failed(due, String.valueOf(e.getMessage()));
    }
  }
}
