package io.certhall.processes.identity;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The check itself: what was typed must be what the form says, then a provider is asked. A failure
 * stays counted though the request is refused; the third one pauses the check for a day. A provider
 * that gives no verdict counts nothing.
 */
@Service
public class IdentityDecision {

  static final int MOST_FAILURES = 3;
  static final Duration PAUSE = Duration.ofHours(24);

  private static final Logger log = LoggerFactory.getLogger(IdentityDecision.class);

  private final IdentityChecks checks;
  private final IdentityCheckRepository repository;
  private final ObjectProvider<IdentityVerification> provider;
  private final Orders orders;
  private final HumanTasks tasks;
  private final OrderHistory history;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  IdentityDecision(
      IdentityChecks checks,
      IdentityCheckRepository repository,
      ObjectProvider<IdentityVerification> provider,
      Orders orders,
      HumanTasks tasks,
      OrderHistory history,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.checks = checks;
    this.repository = repository;
    this.provider = provider;
    this.orders = orders;
    this.tasks = tasks;
    this.history = history;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Either what to ask the provider, or why not to. */
  private record Step(@Nullable IdentityQuestion question, @Nullable Problem refusal) {}

  /**
   * Verifies name and number as read from the card. Not for use inside a transaction: nothing is
   * held while the provider thinks.
   *
   * @throws Refusal RULE with what is missing, what does not match, or how long to wait
   */
  public void verify(IdentityAccess access, @Nullable String name, @Nullable String idNo) {
    if (name == null || name.isBlank()) {
      throw Refusal.rule("name", "FIELD_REQUIRED");
    }
    if (idNo == null || idNo.isBlank()) {
      throw Refusal.rule("idNo", "FIELD_REQUIRED");
    }
    Step first = within(() -> compare(access, name, idNo));
    IdentityQuestion question = first.question();
    if (question == null) {
      throw refusal(first);
    }
    IdentityVerdict verdict = ask(question);
    Step second = within(() -> decide(access, verdict));
    if (second.refusal() != null) {
      throw refusal(second);
    }
  }

  private Step within(java.util.function.Supplier<Step> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  private static Refusal refusal(Step step) {
    Problem problem = Objects.requireNonNull(step.refusal());
    return Refusal.rule(problem.path(), problem.code(), problem.args().toArray());
  }

  private Step compare(IdentityAccess access, String name, String idNo) {
    Order order = checks.pending(access, true);
    checks.refusePaused(order);
    checks.refuseWithoutConsents(order.orderNo());
    checks.refuseWithoutPhotos(order.orderNo());
    IdentitySubject subject = IdentitySubject.of(order, orders.contact(order.orderNo()));
    if (!subject.is(name, idNo)) {
      return new Step(null, failed(access, order, subject, "FORM_MISMATCH", null));
    }
    return new Step(
        new IdentityQuestion(
            subject.name().strip(), IdentitySubject.plain(subject.idNo()), subject.phone()),
        null);
  }

  private IdentityVerdict ask(IdentityQuestion question) {
    IdentityVerification verification = provider.getIfAvailable();
    if (verification == null) {
      log.error("identity checks need a provider: set certhall.identity.aliyun.access-key-id");
      throw Refusal.rule("", "IDENTITY_UNAVAILABLE");
    }
    try {
      return verification.verify(question);
    } catch (IdentityFault fault) {
      log.warn("identity check without verdict: {}", fault.getMessage());
      throw Refusal.rule("", "IDENTITY_UNAVAILABLE");
    }
  }

  private Step decide(IdentityAccess access, IdentityVerdict verdict) {
    Order order = checks.pending(access, true);
    IdentitySubject subject = IdentitySubject.of(order, orders.contact(order.orderNo()));
    if (verdict.outcome() != IdentityVerdict.Outcome.MATCH) {
      return new Step(
          null, failed(access, order, subject, verdict.outcome().name(), verdict.providerId()));
    }
    Optional<HumanTask> waiting = tasks.waiting(order.orderNo(), TaskQueue.IDENTITY);
    HumanTask task = waiting.orElseThrow(() -> Refusal.conflict("STEP_NOT_READY"));
    Instant now = clock.instant();
    repository.attempt(order.orderNo(), now, verdict.outcome().name(), verdict.providerId());
    repository.save(
        order.orderNo(),
        checks.subjectHash(subject),
        new IdentityCheckRepository.Standing(0, null, now));
    tell(access.actor(), order, OrderEventKind.IDENTITY_PROVEN, task.elementId(), now);
    tasks.complete(access.actor(), task, order, "PROVEN", Map.of());
    return new Step(null, null);
  }

  private Problem failed(
      IdentityAccess access,
      Order order,
      IdentitySubject subject,
      String outcome,
      @Nullable String providerId) {
    Instant now = clock.instant();
    int failures = repository.standing(order.orderNo()).failures() + 1;
    boolean pauses = failures >= MOST_FAILURES;
    repository.attempt(order.orderNo(), now, outcome, providerId);
    repository.save(
        order.orderNo(),
        checks.subjectHash(subject),
        new IdentityCheckRepository.Standing(
            pauses ? 0 : failures, pauses ? now.plus(PAUSE) : null, null));
    tell(access.actor(), order, OrderEventKind.IDENTITY_FAILED, null, now);
    return pauses
        ? Problem.of("", "IDENTITY_" + outcome + "_LAST", PAUSE.toHours())
        : Problem.of("", "IDENTITY_" + outcome, MOST_FAILURES - failures);
  }

  private void tell(
      Actor actor, Order order, OrderEventKind kind, @Nullable String elementId, Instant at) {
    history.append(
        new OrderHistory.Event(
            order.orderNo(), at, kind, order.state(), order.round(), elementId, actor, null));
    audit.record(
        actor,
        kind == OrderEventKind.IDENTITY_PROVEN ? "identity.proven" : "identity.failed",
        "order",
        order.orderNo(),
        order.hall(),
        null);
  }
}
