package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.CA_CERTIFICATE;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Public certificates of the CAs: written by the workers, read through {@link CaCertificates}. */
@Component
public class CaCertificateRegister {

  private final DSLContext dsl;
  private final Clock clock;

  CaCertificateRegister(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * @param ca the hall's code, or {@code root}
   */
  public void put(String ca, String subject, byte[] der) {
    dsl.insertInto(CA_CERTIFICATE)
        .set(CA_CERTIFICATE.CA, ca)
        .set(CA_CERTIFICATE.SUBJECT, subject)
        .set(CA_CERTIFICATE.DER, der)
        .set(CA_CERTIFICATE.CREATED_AT, clock.instant())
        .onDuplicateKeyUpdate()
        .set(CA_CERTIFICATE.DER, der)
        .execute();
  }
}
