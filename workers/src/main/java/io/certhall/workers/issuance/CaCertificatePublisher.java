package io.certhall.workers.issuance;

import io.certhall.processes.certificate.CaCertificateRegister;
import io.certhall.workers.ca.IssuingAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the CAs at start and publishes their certificates, so that relying parties can build
 * chains.
 */
@Component
class CaCertificatePublisher implements SmartLifecycle {

  private final ObjectProvider<IssuingAuthority> authorities;
  private final CaCertificateRegister register;
  private volatile boolean running;

  CaCertificatePublisher(
      ObjectProvider<IssuingAuthority> authorities, CaCertificateRegister register) {
    this.authorities = authorities;
    this.register = register;
  }

  @Override
  public void start() {
    IssuingAuthority authority = authorities.getObject();
    authority.roots().forEach(root -> publish(IssuingAuthority.nameOfRoot(root), root));
    authority.all().forEach(ca -> publish(ca.name(), ca.certificate()));
    running = true;
  }

  private void publish(String ca, X509CertificateHolder certificate) {
    try {
      register.put(
          ca, BCStyle.INSTANCE.toString(certificate.getSubject()), certificate.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the policies are published, before jobs are taken. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 2000;
  }
}
