package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.CA_CERTIFICATE;

import io.certhall.processes.refusal.Refusal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/** The authorities' own certificates; public. */
@Component
public class CaCertificates {

  private final DSLContext dsl;

  CaCertificates(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** One authority. */
  public record Authority(String ca, String subject) {}

  public List<Authority> list() {
    return dsl.select(CA_CERTIFICATE.CA, CA_CERTIFICATE.SUBJECT)
        .from(CA_CERTIFICATE)
        .orderBy(CA_CERTIFICATE.CA)
        .fetch(Records.mapping(Authority::new));
  }

  /**
   * The certificate, DER.
   *
   * @throws Refusal NOT_FOUND when there is no such authority
   */
  public byte[] der(String ca) {
    return dsl.select(CA_CERTIFICATE.DER)
        .from(CA_CERTIFICATE)
        .where(CA_CERTIFICATE.CA.eq(ca))
        .fetchOptional(CA_CERTIFICATE.DER)
        .orElseThrow(() -> Refusal.notFound("CA_UNKNOWN", ca));
  }
}
