package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.time.HallClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ProcessesTest
class IdempotentRequestsTest {

  private static final long ACCOUNT = 4711;
  private static final byte[] BODY = hash("{\"hall\":\"gscamce\"}");

  private final IdempotentRequests requests;
  private final HallClock clock;
  private final AtomicInteger executions = new AtomicInteger();
  private final String key = "key-" + Fresh.username();

  IdempotentRequestsTest(IdempotentRequests requests, HallClock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @Test
  void a_repeated_request_gets_the_first_answer_and_is_not_done_again() {
    StoredResponse first = requests.run(ACCOUNT, key, BODY, request());
    StoredResponse second = requests.run(ACCOUNT, key, BODY, request());

    assertThat(second).isEqualTo(first).isEqualTo(new StoredResponse(201, "订单1"));
    assertThat(executions).hasValue(1);
  }

  @Test
  void an_answer_without_body_is_remembered_too() {
    requests.run(ACCOUNT, key, BODY, () -> new StoredResponse(204, null));

    assertThat(requests.run(ACCOUNT, key, BODY, request()))
        .isEqualTo(new StoredResponse(204, null));
  }

  @Test
  void another_request_under_the_same_key_is_refused() {
    requests.run(ACCOUNT, key, BODY, request());

    var refusal = Refused.by(() -> requests.run(ACCOUNT, key, hash("other"), request()));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.RULE);
    assertThat(refusal.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(executions).hasValue(1);
  }

  @Test
  void keys_of_different_accounts_do_not_meet() {
    requests.run(ACCOUNT, key, BODY, request());
    requests.run(ACCOUNT + 1, key, BODY, request());

    assertThat(executions).hasValue(2);
  }

  @Test
  void a_refused_request_leaves_nothing_behind() {
    assertThat(
            Refused.codes(
                () ->
                    requests.run(
                        ACCOUNT,
                        key,
                        BODY,
                        () -> {
                          throw Refusal.rule("items", "LIMIT_COPIES");
                        })))
        .containsExactly("LIMIT_COPIES");

    assertThat(requests.run(ACCOUNT, key, hash("corrected"), request()).status()).isEqualTo(201);
  }

  @Test
  void an_answer_is_remembered_for_a_day() {
    requests.run(ACCOUNT, key, BODY, request());
    clock.advance(Duration.ofHours(23));
    requests.run(ACCOUNT, key, BODY, request());
    assertThat(executions).hasValue(1);

    clock.advance(Duration.ofHours(1));
    requests.run(ACCOUNT, key, hash("another day"), request());
    assertThat(executions).hasValue(2);
  }

  @Test
  void parallel_duplicates_are_done_once_and_answered_alike() throws Exception {
    List<StoredResponse> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<StoredResponse>> calls =
          Stream.generate(
                  () ->
                      (Callable<StoredResponse>) () -> requests.run(ACCOUNT, key, BODY, request()))
              .limit(4)
              .toList();
      answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    assertThat(executions).hasValue(1);
    assertThat(answers).containsOnly(new StoredResponse(201, "订单1"));
  }

  @Test
  void a_duplicate_takes_over_when_the_first_request_fails() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch mayFail = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<StoredResponse> first =
          threads.submit(
              () ->
                  requests.run(
                      ACCOUNT,
                      key,
                      BODY,
                      () -> {
                        started.countDown();
                        await(mayFail);
                        throw Refusal.rule("", "LIMIT_COPIES");
                      }));
      await(started);
      Future<StoredResponse> second =
          threads.submit(() -> requests.run(ACCOUNT, key, BODY, request()));
      mayFail.countDown();

      assertThatThrownBy(first::get).hasCauseInstanceOf(Refusal.class);
      assertThat(second.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
    }
  }

  @Test
  void a_key_without_form_is_refused() {
    for (String bad : List.of("", "with blank", "汉字", "x".repeat(101))) {
      assertThat(Refused.by(() -> requests.run(ACCOUNT, bad, BODY, request())).kind())
          .isEqualTo(RefusalKind.MALFORMED);
    }
  }

  @Test
  void only_success_can_be_stored() {
    assertThatThrownBy(() -> new StoredResponse(422, "no"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Supplier<StoredResponse> request() {
    return () -> new StoredResponse(201, "订单" + executions.incrementAndGet());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(String body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
