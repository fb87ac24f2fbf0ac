package io.certhall.processes.status;

import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;
import static io.certhall.db.generated.Tables.CRL;
import static io.certhall.db.generated.Tables.OCSP_ISSUER;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was signed ahead, for those who serve it. */
@Component
public class StatusAnswers {

  private final DSLContext dsl;

  StatusAnswers(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Signed bytes and the time they are good for. */
  public record Signed(byte[] der, Instant thisUpdate, Instant nextUpdate) {}

  /** The OCSP answer about a certificate of this authority; empty also where none is signed yet. */
  public Optional<Signed> ocsp(String ca, String serial) {
    return dsl.select(
            CERTIFICATE_STATUS.ANSWER,
            CERTIFICATE_STATUS.THIS_UPDATE,
            CERTIFICATE_STATUS.NEXT_UPDATE)
        .from(CERTIFICATE_STATUS)
        .where(
            CERTIFICATE_STATUS.SERIAL.eq(serial),
            CERTIFICATE_STATUS.CA.eq(ca),
            CERTIFICATE_STATUS.ANSWER.isNotNull())
        .fetchOptional(row -> new Signed(row.value1(), row.value2(), row.value3()));
  }

  /** Whether an answer will be signed: the certificate is this authority's and has not expired. */
  public boolean isAwaited(String ca, String serial, Instant now) {
    return dsl.fetchExists(
        CERTIFICATE_STATUS,
        CERTIFICATE_STATUS.SERIAL.eq(serial),
        CERTIFICATE_STATUS.CA.eq(ca),
        CERTIFICATE_STATUS.NOT_AFTER.gt(now));
  }

  /** A revocation list; {@link StatusShard#FULL} for all of it. */
  public Optional<Signed> revocationList(String ca, int shard) {
    return dsl.select(CRL.DER, CRL.THIS_UPDATE, CRL.NEXT_UPDATE)
        .from(CRL)
        .where(CRL.CA.eq(ca), CRL.SHARD.eq(shard))
        .fetchOptional(row -> new Signed(row.value1(), row.value2(), row.value3()));
  }

  /** Authorities by the hashes requests name them with: name, a slash, key; hexadecimal. */
  public Map<String, String> issuers() {
    return dsl.select(OCSP_ISSUER.NAME_HASH, OCSP_ISSUER.KEY_HASH, OCSP_ISSUER.CA)
        .from(OCSP_ISSUER)
        .fetchMap(row -> row.value1() + "/" + row.value2(), row -> row.value3());
  }
}
