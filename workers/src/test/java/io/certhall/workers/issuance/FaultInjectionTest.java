package io.certhall.workers.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.support.TestDatabase;
import io.certhall.processes.support.TestOrders;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import tools.jackson.databind.json.JsonMapper;

/** {@code -Dcerthall.faults.issues=10000} runs it at full count. */
@SpringBootTest(
    classes = FaultHall.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "logging.level.io.certhall.workers.issuance.IssueCertificatesHandler=ERROR",
      "logging.level.com.zaxxer.hikari=ERROR",
      "logging.level.org.springframework.jdbc.support.JdbcTransactionManager=OFF"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class FaultInjectionTest {

  private static final Logger log = LoggerFactory.getLogger(FaultInjectionTest.class);
  private static final int ISSUES = Integer.getInteger("certhall.faults.issues", 200);
  private static final long SEED = Long.getLong("certhall.faults.seed", 20260401L);
  private static final String PREFIX = "FAULT";

  private static final Condition<Integer> IS_POSITIVE =
      new Condition<>(count -> count > 0, "positive");

  private final PaidOrders orders;
  private final FaultRun run;
  private final IssuedOnce check;

  FaultInjectionTest(PaidOrders orders, FaultRun run, IssuedOnce check) {
    this.orders = orders;
    this.run = run;
    this.check = check;
  }

  @Test
  void whatever_fails_at_any_step_each_certificate_is_issued_exactly_once() {
    List<String> orderNos = orders.make(PREFIX, ISSUES);

    FaultRun.Result result = run.run(orderNos, SEED);

    IssuedOnce.Findings found = check.of(PREFIX, TestOrders.HALL);
    log.info(
        "{}",
        JsonMapper.builder().build().writeValueAsString(Map.of("run", result, "found", found)));
    assertThat(result.unfinished()).isEmpty();
    for (Fault fault : Fault.values()) {
      if (fault != Fault.NONE) {
        assertThat(result.faults())
            .as("each fault happened")
            .hasEntrySatisfying(fault, IS_POSITIVE);
      }
    }
    assertThat(result.parkedOverdue()).isPositive();
    assertThat(result.finished()).isPositive();
    assertThat(result.reissued()).isPositive();
    assertThat(found.items()).isEqualTo(ISSUES + ISSUES / 4);
    assertThat(found.parked()).isPositive();
    assertThat(found)
        .isEqualTo(
            new IssuedOnce.Findings(
                found.items(), found.items(), 0, 0, 0, 0, 0, 0, 0, 0, 0, found.parked(), 0));
  }
}
