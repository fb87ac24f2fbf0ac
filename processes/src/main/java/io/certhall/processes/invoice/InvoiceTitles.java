package io.certhall.processes.invoice;

import static io.certhall.db.generated.Tables.INVOICE_TITLE;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Titles an organisation keeps, one of them preferred (GX-11). Everyone sees his own only. */
@Service
public class InvoiceTitles {

  static final int MOST = 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PersonalData personalData;
  private final AuditLog audit;
  private final Clock clock;

  InvoiceTitles(
      DSLContext dsl,
      NewRecords newRecords,
      PersonalData personalData,
      AuditLog audit,
      Clock clock) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.personalData = personalData;
    this.audit = audit;
    this.clock = clock;
  }

  /** The preferred one first. */
  @Transactional(readOnly = true)
  public List<InvoiceTitle> list(Actor actor) {
    return dsl.select(
            INVOICE_TITLE.ID,
            INVOICE_TITLE.KIND,
            INVOICE_TITLE.TITLE,
            INVOICE_TITLE.TAX_NO,
            INVOICE_TITLE.DETAILS_ENC,
            INVOICE_TITLE.PREFERRED,
            INVOICE_TITLE.ROW_VERSION)
        .from(INVOICE_TITLE)
        .where(own(actor))
        .orderBy(INVOICE_TITLE.PREFERRED.desc(), INVOICE_TITLE.ID)
        .fetch(
            row ->
                new InvoiceTitle(
                    row.value1(),
                    InvoiceKind.valueOf(row.value2()),
                    row.value3(),
                    row.value4(),
                    open(row.value5()),
                    row.value6(),
                    row.value7()));
  }

  public Optional<InvoiceTitle> preferred(Actor actor) {
    return list(actor).stream().findFirst();
  }

  /**
   * @return its id
   * @throws Refusal RULE with what is missing or wrong
   */
  @Transactional
  public long add(Actor actor, OrderForm.InvoiceForm form) {
    InvoiceFormCheck.check(form, false);
    List<InvoiceTitle> known = list(actor);
    if (known.size() >= MOST) {
      throw Refusal.rule("", "INVOICE_TITLES_FULL", MOST);
    }
    refuseTwin(known, form, 0);
    var row = newRecords.of(INVOICE_TITLE);
    row.setAccountId(actor.accountId());
    row.setPreferred(known.isEmpty());
    row.setCreatedAt(clock.instant());
    row.setRowVersion(0);
    row.setKind(Objects.requireNonNull(form.kind()).name());
    row.setTitle(Objects.requireNonNull(form.title()).strip());
    row.setTaxNo(InvoiceDetails.text(form.taxNo()));
    row.setDetailsEnc(seal(InvoiceDetails.of(form)));
    row.insert();
    record(actor, "invoice-title.added", row.getId());
    return row.getId();
  }

  /**
   * @throws Refusal NOT_FOUND, CONFLICT STALE_VERSION, RULE
   */
  @Transactional
  public void change(Actor actor, long id, OrderForm.InvoiceForm form, int version) {
    InvoiceFormCheck.check(form, false);
    List<InvoiceTitle> known = list(actor);
    find(known, id);
    refuseTwin(known, form, id);
    int changed =
        dsl.update(INVOICE_TITLE)
            .set(INVOICE_TITLE.KIND, Objects.requireNonNull(form.kind()).name())
            .set(INVOICE_TITLE.TITLE, Objects.requireNonNull(form.title()).strip())
            .set(INVOICE_TITLE.TAX_NO, InvoiceDetails.text(form.taxNo()))
            .set(INVOICE_TITLE.DETAILS_ENC, seal(InvoiceDetails.of(form)))
            .set(INVOICE_TITLE.ROW_VERSION, version + 1)
            .where(own(actor), INVOICE_TITLE.ID.eq(id), INVOICE_TITLE.ROW_VERSION.eq(version))
            .execute();
    if (changed != 1) {
      throw Refusal.conflict("STALE_VERSION");
    }
    record(actor, "invoice-title.changed", id);
  }

  @Transactional
  public void prefer(Actor actor, long id) {
    find(list(actor), id);
    dsl.update(INVOICE_TITLE)
        .set(INVOICE_TITLE.PREFERRED, INVOICE_TITLE.ID.eq(id))
        .where(own(actor))
        .execute();
  }

  @Transactional
  public void remove(Actor actor, long id) {
    find(list(actor), id);
    dsl.update(INVOICE_TITLE)
        .set(INVOICE_TITLE.REMOVED_AT, clock.instant())
        .set(INVOICE_TITLE.PREFERRED, false)
        .where(own(actor), INVOICE_TITLE.ID.eq(id))
        .execute();
    record(actor, "invoice-title.removed", id);
  }

  private static InvoiceTitle find(List<InvoiceTitle> known, long id) {
    return known.stream()
        .filter(title -> title.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("INVOICE_TITLE_UNKNOWN", Long.toString(id)));
  }

  private static void refuseTwin(List<InvoiceTitle> known, OrderForm.InvoiceForm form, long own) {
    boolean twin =
        known.stream()
            .anyMatch(
                title ->
                    title.id() != own
                        && title.kind() == form.kind()
                        && title.title().equals(String.valueOf(form.title()).strip()));
    if (twin) {
      throw Refusal.rule("title", "INVOICE_TITLE_TWICE");
    }
  }

  private void record(Actor actor, String action, long id) {
    audit.record(actor, action, "invoice-title", Long.toString(id), null, null);
  }

  private byte[] seal(InvoiceDetails details) {
    return personalData.encryptBytes(Column.INVOICE_DETAILS, JSON.writeValueAsBytes(details));
  }

  private InvoiceDetails open(byte[] sealed) {
    return JSON.readValue(
        personalData.decryptBytes(Column.INVOICE_DETAILS, sealed), InvoiceDetails.class);
  }

  private static Condition own(Actor actor) {
    return INVOICE_TITLE.ACCOUNT_ID.eq(actor.accountId()).and(INVOICE_TITLE.REMOVED_AT.isNull());
  }
}
