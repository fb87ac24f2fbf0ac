package io.certhall.standalone.bench;

import io.certhall.bpmn.HallSettings;
import io.certhall.parts.FreePorts;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.standalone.Console;
import io.certhall.standalone.HallLog;
import io.certhall.standalone.LocalHall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Quotes of all halls over REST, one after the other, as a calculator asks them; beside them, from
 * the same server in the same run, a public answer that asks no table. The first round of the
 * questions meets tables that have not seen them.
 */
final class QuotesBenchmark {

  /**
   * What {@code bench quotes} found; milliseconds.
   *
   * @param coldP99Ms of the first asking of each question
   * @param rawP50Ms of the answer that asks no table
   * @param refused questions a hall's limits or missing prices refuse, with a reason
   */
  record Result(
      int quotes,
      int halls,
      int questions,
      double p50Ms,
      double p99Ms,
      double maxMs,
      double coldP99Ms,
      double rawP50Ms,
      double rawP99Ms,
      double ratioP99,
      int refused,
      int errors) {}

  private record Question(URI address, String body) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();

  private QuotesBenchmark() {}

  static Result run(int count) {
    Path data = BenchFolder.create();
    HallLog.in(data);
    URI address = URI.create("http://127.0.0.1:" + FreePorts.one());
    try (LocalHall hall = new LocalHall(data, address, true, Console::progress)) {
      Runtime.getRuntime().addShutdownHook(new Thread(hall::close, "end-bench"));
      hall.start(false);
      return new QuotesBenchmark()
          .measure(address, hall.web().getBean(PublishedPolicies.class), count);
    } finally {
      BenchFolder.delete(data);
    }
  }

  private Result measure(URI address, PublishedPolicies policies, int count) {
    List<Question> questions = questions(address, policies.active());
    Map<String, Integer> halls = new TreeMap<>();
    questions.forEach(question -> halls.merge(question.address().getPath(), 1, Integer::sum));
    HttpRequest raw = HttpRequest.newBuilder(address.resolve("/api/v1/halls")).build();
    Console.progress("准备 warming up …");
    for (int i = 0; i < 300; i++) {
      send(raw);
    }
    Console.progress("测量 measuring " + count + " quotes, " + questions.size() + " different …");
    double[] cold = times(questions.size(), i -> ask(questions.get(i)));
    refused.set(0);
    double[] warm = times(count, i -> ask(questions.get(i % questions.size())));
    int refusals = refused.get();
    double[] bare = times(count, i -> send(raw));
    return new Result(
        count,
        halls.size(),
        questions.size(),
        percentile(warm, 0.50),
        percentile(warm, 0.99),
        percentile(warm, 1.0),
        percentile(cold, 0.99),
        percentile(bare, 0.50),
        percentile(bare, 0.99),
        round(percentile(warm, 0.99) / percentile(bare, 0.99)),
        refusals,
        errors.get());
  }

  private static List<Question> questions(URI address, List<PublishedPolicy> policies) {
    List<Question> questions = new ArrayList<>();
    for (PublishedPolicy policy : policies) {
      URI quotes = address.resolve("/api/v1/halls/" + policy.hall() + "/quotes");
      HallSettings settings = policy.settings();
      for (HallSettings.ServiceOffer offer : settings.services()) {
        for (HallSettings.CertificateType type : settings.certificateTypes()) {
          for (int years = settings.minYears(); years <= settings.maxYears(); years++) {
            for (int seals = 0; seals <= Math.min(3, type.seals().size()); seals++) {
              questions.add(new Question(quotes, body(offer.code(), type, years, seals)));
            }
          }
        }
      }
    }
    return questions;
  }

  private static String body(
      String service, HallSettings.CertificateType type, int years, int seals) {
    String codes =
        String.join(
            ",", type.seals().stream().limit(seals).map(code -> "\"" + code + "\"").toList());
    return """
        {"service":"%s","items":[{"type":"%s","years":%d,"copies":1,"seals":[%s]}]}"""
        .formatted(service, type.code(), years, codes);
  }

  private void ask(Question question) {
    send(
        HttpRequest.newBuilder(question.address())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(question.body()))
            .build());
  }

  private void send(HttpRequest request) {
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 422) {
        refused.incrementAndGet();
      } else if (status != 200) {
        errors.incrementAndGet();
      }
    } catch (IOException e) {
      errors.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Numbered {
    void run(int number);
  }

  private static double[] times(int count, Numbered work) {
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      work.run(i);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times;
  }

  private static double percentile(double[] sorted, double part) {
    return round(sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)]);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
