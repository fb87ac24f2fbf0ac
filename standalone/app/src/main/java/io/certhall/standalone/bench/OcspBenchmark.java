package io.certhall.standalone.bench;

import io.certhall.parts.FreePorts;
import io.certhall.processes.status.StatusAnswers;
import io.certhall.processes.status.StatusLedger;
import io.certhall.processes.status.StatusLedger.Subject;
import io.certhall.standalone.Console;
import io.certhall.standalone.HallLog;
import io.certhall.standalone.LocalHall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stored OCSP answers about many certificates over HTTP, beside a static file of the same size from
 * the same server in the same run, over kept connections.
 */
final class OcspBenchmark {

  private static final String CA = "gscamce";
  private static final int CERTIFICATES = 2000;
  private static final int WARM_UP_SECONDS = 5;

  /** Public, and served as a file like the styles of the pages. */
  private static final String FILE = "/key/bench.bin";

  /**
   * What {@code bench ocsp} found.
   *
   * @param ours answers per second
   * @param baseline files per second
   * @param bytes of one answer, and of the file
   */
  record Result(
      double ours,
      double baseline,
      double ratio,
      int bytes,
      int certificates,
      int clients,
      int seconds,
      double p50Ms,
      double p99Ms,
      double baselineP50Ms,
      double baselineP99Ms,
      long errors) {}

  private interface Question {
    byte[] ask(KeptConnection server) throws IOException;
  }

  private record Measured(double perSecond, long[] nanos, long errors) {

    static Measured of(List<Measured> rounds) {
      return new Measured(
          rounds.stream().mapToDouble(Measured::perSecond).average().orElse(0),
          rounds.stream().flatMapToLong(one -> Arrays.stream(one.nanos())).sorted().toArray(),
          rounds.stream().mapToLong(Measured::errors).sum());
    }

    double percentileMs(double part) {
      return nanos.length == 0 ? 0 : round(nanos[(int) Math.ceil(part * nanos.length) - 1] / 1e6);
    }
  }

  private final URI address;
  private final int clients;

  private OcspBenchmark(URI address, int clients) {
    this.address = address;
    this.clients = clients;
  }

  static Result run(OcspOptions options) {
    Path data = BenchFolder.create();
    HallLog.in(data);
    URI address = URI.create("http://127.0.0.1:" + FreePorts.one());
    Path files = data.resolve("static");
    try (LocalHall hall = new LocalHall(data, address, true, Console::progress)) {
      Runtime.getRuntime().addShutdownHook(new Thread(hall::close, "end-bench"));
      hall.with(
              "spring.web.resources.static-locations",
              "classpath:/META-INF/resources/," + files.toUri())
          .start(false);
      return new OcspBenchmark(address, options.clients()).measure(hall, files, options.seconds());
    } finally {
      BenchFolder.delete(data);
    }
  }

  private Result measure(LocalHall hall, Path files, int seconds) {
    Console.progress("准备 signing " + CERTIFICATES + " answers …");
    StatusAnswers answers = hall.web().getBean(StatusAnswers.class);
    List<String> serials = signed(hall, answers);
    StatusQuestions questions = new StatusQuestions(answers, CA);
    List<byte[]> requests = serials.stream().map(questions::request).toList();
    int bytes = answers.ocsp(CA, serials.getFirst()).orElseThrow().der().length;
    write(files, new byte[bytes]);
    Question ocsp =
        server ->
            server.post(
                "/ocsp",
                StatusQuestions.OCSP_REQUEST,
                requests.get(ThreadLocalRandom.current().nextInt(requests.size())));
    Question file = server -> server.get(FILE);
    Console.progress("预热 warming up …");
    load(file, WARM_UP_SECONDS);
    load(ocsp, WARM_UP_SECONDS);
    Console.progress("测量 measuring 2 × " + seconds + " s …");
    int half = Math.max(1, seconds / 2);
    Measured before = load(file, half);
    Measured ours = Measured.of(List.of(load(ocsp, half), load(ocsp, half)));
    Measured baseline = Measured.of(List.of(before, load(file, half)));
    return new Result(
        round(ours.perSecond()),
        round(baseline.perSecond()),
        round(ours.perSecond() / baseline.perSecond()),
        bytes,
        serials.size(),
        clients,
        2 * half,
        ours.percentileMs(0.50),
        ours.percentileMs(0.99),
        baseline.percentileMs(0.50),
        baseline.percentileMs(0.99),
        ours.errors() + baseline.errors());
  }

  private static List<String> signed(LocalHall hall, StatusAnswers answers) {
    List<String> serials = new ArrayList<>();
    for (int i = 0; i < CERTIFICATES; i++) {
      serials.add("7F0000000000000000%06X".formatted(i));
    }
    Instant end = Instant.now().plus(Duration.ofDays(365));
    new TransactionTemplate(hall.web().getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            tx ->
                hall.web()
                    .getBean(StatusLedger.class)
                    .issued(serials.stream().map(serial -> new Subject(serial, CA, end)).toList()));
    for (String serial : serials) {
      while (answers.ocsp(CA, serial).isEmpty()) {
        pause();
      }
    }
    return serials;
  }

  private Measured load(Question question, int seconds) {
    List<Thread> threads = new ArrayList<>();
    List<Measured> results = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (int i = 0; i < clients; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    Measured one = client(question, end);
                    synchronized (results) {
                      results.add(one);
                    }
                  }));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Measured all = Measured.of(results);
    return new Measured((double) all.nanos().length / seconds, all.nanos(), all.errors());
  }

  private Measured client(Question question, long end) {
    long[] nanos = new long[1024];
    int count = 0;
    long errors = 0;
    try (KeptConnection server = new KeptConnection(address)) {
      for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
        try {
          question.ask(server);
        } catch (IOException e) {
          errors++;
          server.drop();
          continue;
        }
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = System.nanoTime() - start;
      }
    } catch (IOException e) {
      errors++;
    }
    return new Measured(0, Arrays.copyOf(nanos, count), errors);
  }

  private static void write(Path files, byte[] content) {
    Path file = files.resolve(FILE.substring(1));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
