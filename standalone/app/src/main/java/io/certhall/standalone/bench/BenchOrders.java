package io.certhall.standalone.bench;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.HUMAN_TASK;

import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.standalone.Console;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Applicants and staff who never rest: prepares orders and does every task that turns up. */
class BenchOrders {

  private static final int HANDS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final OrderDrafts drafts;
  private final OrderSubmission submission;
  private final Attachments attachments;
  private final BenchStaff staff;
  private final DSLContext look;

  BenchOrders(
      OrderDrafts drafts,
      OrderSubmission submission,
      Attachments attachments,
      BenchStaff staff,
      DataSource dataSource) {
    this.drafts = drafts;
    this.submission = submission;
    this.attachments = attachments;
    this.staff = staff;
    // Outside the counted jOOQ configuration: looking for work is not part of an order.
    this.look = DSL.using(dataSource, org.jooq.SQLDialect.MARIADB);
  }

  /** Drafts with all their attachments, ready to be submitted. */
  List<String> prepare(int count) {
    List<String> orderNos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Actor applicant = staff.applicant();
      String orderNo = drafts.create(applicant, form());
      for (String paper : List.of("APPLICATION_FORM", "POWER_OF_ATTORNEY", "SERVICE_AGREEMENT")) {
        attach(applicant, orderNo, paper, paper + ".pdf", SampleFiles.PDF);
      }
      attach(applicant, orderNo, "SEAL_IMAGE-1", "seal.jpg", SampleFiles.JPEG);
      orderNos.add(orderNo);
    }
    return orderNos;
  }

  private void attach(Actor applicant, String orderNo, String code, String name, byte[] bytes) {
    try {
      attachments.put(applicant, orderNo, code, name, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes the orders through to their end.
   *
   * @return how many did not get there, or failed on the way
   */
  int run(List<String> orderNos, int inFlight) {
    AtomicInteger errors = new AtomicInteger();
    Set<Long> started = ConcurrentHashMap.newKeySet();
    Deque<String> waiting = new ArrayDeque<>(orderNos);
    Set<String> underWay = new HashSet<>();
    long deadline = System.nanoTime() + LONGEST.toNanos();
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      while ((!waiting.isEmpty() || !underWay.isEmpty()) && System.nanoTime() < deadline) {
        while (underWay.size() < inFlight && !waiting.isEmpty()) {
          String orderNo = waiting.pop();
          underWay.add(orderNo);
          hands.execute(
              () -> attempt(errors, () -> submission.submit(staff.applicantOf(orderNo), orderNo)));
        }
        for (BenchStaff.Task task : openTasks()) {
          if (started.add(task.id())) {
            hands.execute(() -> attempt(errors, () -> staff.work(task)));
          }
        }
        underWay.removeAll(completed(underWay));
        pause();
      }
    }
    return errors.get() + waiting.size() + underWay.size();
  }

  private static void attempt(AtomicInteger errors, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      errors.incrementAndGet();
      Console.progress("bench: " + e);
    }
  }

  private List<BenchStaff.Task> openTasks() {
    return look.select(HUMAN_TASK.ID, HUMAN_TASK.ORDER_NO, HUMAN_TASK.QUEUE, HUMAN_TASK.ITEM_SEQ)
        .from(HUMAN_TASK)
        .where(HUMAN_TASK.STATE.eq("OPEN"))
        .fetch(row -> new BenchStaff.Task(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /** Those of the orders that are done; asked by their numbers, a few at a time. */
  private Set<String> completed(Set<String> underWay) {
    return look.select(CERTIFICATE_ORDER.ORDER_NO)
        .from(CERTIFICATE_ORDER)
        .where(
            CERTIFICATE_ORDER.ORDER_NO.in(underWay),
            CERTIFICATE_ORDER.STATE.eq(OrderState.COMPLETED.name()))
        .fetchSet(CERTIFICATE_ORDER.ORDER_NO);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(15);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From submission to completion, sorted. */
  long[] latenciesMillis(List<String> orderNos) {
    Map<String, Long> millis =
        look.select(
                CERTIFICATE_ORDER.ORDER_NO,
                CERTIFICATE_ORDER.SUBMITTED_AT,
                CERTIFICATE_ORDER.COMPLETED_AT)
            .from(CERTIFICATE_ORDER)
            .where(CERTIFICATE_ORDER.COMPLETED_AT.isNotNull())
            .fetchMap(
                row -> row.value1(),
                row -> Duration.between(row.value2(), row.value3()).toMillis());
    millis.keySet().retainAll(orderNos);
    return Arrays.stream(millis.values().toArray(Long[]::new))
        .mapToLong(Long::longValue)
        .sorted()
        .toArray();
  }

  /** Transactions the server has committed so far. */
  long serverCommits() {
    return look.fetch("show global status like 'Com_commit'").getFirst().get(1, Long.class);
  }

  private static OrderForm form() {
    return new OrderForm(
        BenchStaff.HALL,
        Service.NEW,
        Holder.ORGANISATION,
        List.of(
            new OrderForm.ItemForm(
                CertificateType.ORG_BUSINESS, null, 1, 1, List.of("OFFICIAL"), false, null)),
        new OrderForm.AgentForm("李四", "34052419800101001X", "13900000000", "agent@example.com"),
        new OrderForm.DeliveryForm(
            DeliveryMethod.COURIER, "李四", "13900000000", "甘肃省/兰州市/城关区", "东岗西路1号"),
        new OrderForm.InvoiceForm(InvoiceKind.NONE, null, null, null, null, null, null, null),
        List.of(new OrderForm.AgreementForm("SERVICE", "2026-1", null)));
  }
}
