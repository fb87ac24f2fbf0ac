package io.certhall.standalone.bench;

import io.certhall.parts.FreePorts;
import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateRegister.Reason;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.security.Actor;
import io.certhall.processes.status.StatusAnswers;
import io.certhall.processes.status.StatusShard;
import io.certhall.standalone.Console;
import io.certhall.standalone.HallLog;
import io.certhall.standalone.LocalHall;
import io.certhall.standalone.bench.StatusQuestions.Told;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long it takes from a hold, a release or a revocation (its commit) until OCSP, the full
 * revocation list and the certificate's partition tell it over HTTP. The certificates are issued in
 * the same run by real orders.
 */
final class StatusBenchmark {

  private static final String CA = BenchStaff.HALL;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int AT_ONCE = 8;
  private static final Map<CertificateMove, Told> CHANGES =
      new EnumMap<>(
          Map.of(
              CertificateMove.SUSPEND, Told.HELD,
              CertificateMove.RELEASE, Told.GOOD,
              CertificateMove.REVOKE, Told.REVOKED));

  /**
   * What {@code bench status} found; milliseconds.
   *
   * @param untold changes that were not told within two minutes
   */
  record Result(
      int changes,
      long ocspP50Ms,
      long ocspP99Ms,
      long ocspMaxMs,
      long crlP50Ms,
      long crlP99Ms,
      long crlMaxMs,
      int untold) {}

  private final URI address;
  private final CertificateRegister register;
  private final TransactionTemplate transaction;
  private final StatusQuestions questions;
  private final ConcurrentLinkedQueue<Long> ocsp = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> lists = new ConcurrentLinkedQueue<>();
  private final AtomicInteger untold = new AtomicInteger();

  private StatusBenchmark(LocalHall hall, URI address) {
    this.address = address;
    this.register = hall.web().getBean(CertificateRegister.class);
    this.transaction =
        new TransactionTemplate(hall.web().getBean(PlatformTransactionManager.class));
    this.questions = new StatusQuestions(hall.web().getBean(StatusAnswers.class), CA);
  }

  static Result run(int changes) {
    Path data = BenchFolder.create();
    HallLog.in(data);
    URI address = URI.create("http://127.0.0.1:" + FreePorts.one());
    try (LocalHall hall = new LocalHall(data, address, true, Console::progress)) {
      Runtime.getRuntime().addShutdownHook(new Thread(hall::close, "end-bench"));
      hall.start(false, BenchPayments.class, BenchStaff.class, BenchOrders.class);
      int count = Math.ceilDiv(changes, CHANGES.size());
      Console.progress("准备 issuing " + count + " certificate pairs …");
      BenchOrders orders = hall.workers().getBean(BenchOrders.class);
      orders.run(orders.prepare(count), AT_ONCE);
      List<CertificateRow> issued =
          hall.web()
              .getBean(CertificateQuery.class)
              .page(Actor.SYSTEM, CertificateQuery.Filter.SIGNING, null, 200);
      Console.progress("测量 measuring " + count * CHANGES.size() + " changes …");
      return new StatusBenchmark(hall, address).measure(issued);
    } finally {
      BenchFolder.delete(data);
    }
  }

  private Result measure(List<CertificateRow> certificates) {
    try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
      certificates.forEach(one -> hands.execute(() -> changes(one.serial())));
    }
    long[] answers = sorted(ocsp);
    long[] told = sorted(lists);
    return new Result(
        certificates.size() * CHANGES.size(),
        percentile(answers, 0.50),
        percentile(answers, 0.99),
        percentile(answers, 1),
        percentile(told, 0.50),
        percentile(told, 0.99),
        percentile(told, 1),
        untold.get());
  }

  /** In the order of a lost key: hold, found again, then revoked for good. */
  private void changes(String serial) {
    try (KeptConnection server = new KeptConnection(address)) {
      for (CertificateMove move :
          List.of(CertificateMove.SUSPEND, CertificateMove.RELEASE, CertificateMove.REVOKE)) {
        transaction.executeWithoutResult(
            tx -> register.move(Actor.SYSTEM, serial, move, new Reason(null, null)));
        await(server, serial, CHANGES.getOrDefault(move, Told.NOTHING));
      }
    } catch (IOException e) {
      Console.progress("bench: " + e);
      untold.incrementAndGet();
    }
  }

  private void await(KeptConnection server, String serial, Told expected) throws IOException {
    long start = System.nanoTime();
    String full = "/crl/" + CA + ".crl";
    String part = "/crl/" + CA + "/" + StatusShard.name(StatusShard.of(serial)) + ".crl";
    boolean answered = false;
    boolean listed = false;
    while (!answered || !listed) {
      if (!answered
          && StatusQuestions.ocsp(
                  server.post("/ocsp", StatusQuestions.OCSP_REQUEST, questions.request(serial)),
                  serial)
              == expected) {
        answered = true;
        ocsp.add(millisSince(start));
      }
      if (!listed
          && StatusQuestions.list(server.get(full), serial) == expected
          && StatusQuestions.list(server.get(part), serial) == expected) {
        listed = true;
        lists.add(millisSince(start));
      }
      if (millisSince(start) > LONGEST.toMillis()) {
        untold.incrementAndGet();
        return;
      }
      pause();
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long[] sorted(ConcurrentLinkedQueue<Long> values) {
    return Arrays.stream(values.toArray(Long[]::new)).mapToLong(Long::longValue).sorted().toArray();
  }

  private static long percentile(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
  }
}
