package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.PAYMENT_VOUCHER;

import io.certhall.processes.attachment.CheckedFile;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Vouchers of transfers, encrypted as attachments are. */
@Repository
class VoucherRepository {

  private final DSLContext dsl;
  private final PersonalData personalData;

  VoucherRepository(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(String paymentNo, int seq, CheckedFile file, Instant at) {
    dsl.insertInto(PAYMENT_VOUCHER)
        .set(PAYMENT_VOUCHER.PAYMENT_NO, paymentNo)
        .set(PAYMENT_VOUCHER.SEQ, seq)
        .set(PAYMENT_VOUCHER.FILE_NAME, file.fileName())
        .set(PAYMENT_VOUCHER.FORMAT, file.format())
        .set(PAYMENT_VOUCHER.SIZE_BYTES, (long) file.content().length)
        .set(PAYMENT_VOUCHER.SHA256, sha256(file.content()))
        .set(PAYMENT_VOUCHER.UPLOADED_AT, at)
        .set(
            PAYMENT_VOUCHER.CONTENT_ENC,
            personalData.encryptBytes(Column.ATTACHMENT, file.content()))
        .execute();
  }

  List<VoucherView> of(String paymentNo) {
    return dsl.select(
            PAYMENT_VOUCHER.SEQ,
            PAYMENT_VOUCHER.FILE_NAME,
            PAYMENT_VOUCHER.FORMAT,
            PAYMENT_VOUCHER.SIZE_BYTES,
            PAYMENT_VOUCHER.UPLOADED_AT)
        .from(PAYMENT_VOUCHER)
        .where(PAYMENT_VOUCHER.PAYMENT_NO.eq(paymentNo))
        .orderBy(PAYMENT_VOUCHER.SEQ)
        .fetch(Records.mapping(VoucherView::new));
  }

  Optional<CheckedFile> file(String paymentNo, int seq) {
    return dsl.select(
            PAYMENT_VOUCHER.FILE_NAME, PAYMENT_VOUCHER.FORMAT, PAYMENT_VOUCHER.CONTENT_ENC)
        .from(PAYMENT_VOUCHER)
        .where(PAYMENT_VOUCHER.PAYMENT_NO.eq(paymentNo), PAYMENT_VOUCHER.SEQ.eq(seq))
        .fetchOptional(
            row ->
                new CheckedFile(
                    row.value1(),
                    row.value2(),
                    personalData.decryptBytes(Column.ATTACHMENT, row.value3())));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
