package io.certhall.processes.invoice;

import static io.certhall.db.generated.Tables.INVOICE_REQUEST;
import static org.jooq.impl.DSL.noCondition;

import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finance issues, rejects, sends and takes back invoices; the one due first comes first. */
@Service
public class InvoiceDesk {

  private static final Pattern TRACKING = Pattern.compile("[A-Za-z0-9-]{6,40}");
  private static final int LONGEST_REASON = 200;

  private final InvoiceRequestRepository repository;
  private final InvoiceRepository stored;
  private final Invoices invoices;
  private final InvoiceTrack track;
  private final Orders orders;
  private final Notifications notifications;
  private final Clock clock;

  InvoiceDesk(
      InvoiceRequestRepository repository,
      InvoiceRepository stored,
      Invoices invoices,
      InvoiceTrack track,
      Orders orders,
      Notifications notifications,
      Clock clock) {
    this.repository = repository;
    this.stored = stored;
    this.invoices = invoices;
    this.track = track;
    this.orders = orders;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * @param state null for all
   */
  @Transactional(readOnly = true)
  public List<InvoiceRequest> list(Actor actor, InvoiceRequest.@Nullable State state, int limit) {
    actor.require(Role.FINANCE, Role.AUDITOR);
    return repository.list(
        state == null ? noCondition() : INVOICE_REQUEST.STATE.eq(state.name()),
        state == InvoiceRequest.State.PENDING,
        Math.clamp(limit, 1, 500));
  }

  /** How many wait to be issued. */
  public int waiting() {
    return repository.count(INVOICE_REQUEST.STATE.eq(InvoiceRequest.State.PENDING.name()));
  }

  /** Issues a wanted invoice. Not for use inside a transaction: the page is drawn first. */
  public Invoice issue(Actor actor, String orderNo) {
    workable(actor, orderNo, InvoiceRequest.State.PENDING);
    return invoices.issueRequested(actor, orderNo);
  }

  /**
   * @param reason shown to the applicant, who may ask again
   */
  @Transactional
  public void reject(Actor actor, String orderNo, @Nullable String reason) {
    String why = required(reason);
    Order order = orders.locked(orderNo);
    InvoiceRequest request = workable(actor, orderNo, InvoiceRequest.State.PENDING);
    track.move(
        actor,
        order,
        request,
        new InvoiceTrack.Step(InvoiceRequest.State.REJECTED, why, null, null, null));
    notifications.aboutOrder(
        order,
        "MSG-11",
        "MSG-11:" + orderNo + ":" + clock.instant().toEpochMilli(),
        Map.of("reason", why));
  }

  /** The paper has left with a courier. */
  @Transactional
  public void sent(
      Actor actor, String orderNo, @Nullable String carrier, @Nullable String trackingNo) {
    List<Problem> problems = new ArrayList<>();
    if (carrier == null || carrier.isBlank() || carrier.length() > 60) {
      problems.add(Problem.of("carrier", "FIELD_REQUIRED"));
    }
    if (trackingNo == null || !TRACKING.matcher(trackingNo.strip()).matches()) {
      problems.add(Problem.of("trackingNo", "TRACKING_NO_INVALID"));
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    Order order = orders.locked(orderNo);
    InvoiceRequest request = workable(actor, orderNo, InvoiceRequest.State.ISSUED);
    track.move(
        actor,
        order,
        request,
        new InvoiceTrack.Step(
            InvoiceRequest.State.SENT,
            null,
            null,
            Objects.requireNonNull(carrier).strip(),
            Objects.requireNonNull(trackingNo).strip()));
  }

  /** Takes an invoice back by a red-letter one; a new one may be asked for. */
  public void reverse(Actor actor, String orderNo, @Nullable String reason) {
    String why = required(reason);
    InvoiceRequest request =
        workable(actor, orderNo, InvoiceRequest.State.ISSUED, InvoiceRequest.State.SENT);
    Invoice live =
        stored.ofOrder(orderNo).orElseThrow(() -> Refusal.notFound("INVOICE_UNKNOWN", orderNo));
    invoices.reverse(actor, request, live, why);
  }

  private static String required(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw Refusal.rule("reason", "FIELD_REQUIRED");
    }
    if (reason.length() > LONGEST_REASON) {
      throw Refusal.rule("reason", "TEXT_TOO_LONG", LONGEST_REASON);
    }
    return reason.strip();
  }

  private InvoiceRequest workable(Actor actor, String orderNo, InvoiceRequest.State... states) {
    actor.require(Role.FINANCE);
    InvoiceRequest request =
        repository.find(orderNo).orElseThrow(() -> Refusal.notFound("INVOICE_UNKNOWN", orderNo));
    if (request.accountId() == actor.accountId()) {
      throw Refusal.forbidden("OWN_ORDER");
    }
    if (!List.of(states).contains(request.state())) {
      throw Refusal.conflict("INVOICE_OTHER_STATE");
    }
    return request;
  }
}
