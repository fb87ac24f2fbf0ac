package io.certhall.processes.issuance;

import static io.certhall.processes.support.TestCertificates.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.delivery.PickupDesk;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.secret.FirstPins;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestCertificates;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.TaskQueue;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProcessesTest
class KeyWritingTest {

  private static final String CSR = "-----BEGIN CERTIFICATE REQUEST-----";
  private static final String TRANSPORT = transportKey();

  private final ProductionDesk desk;
  private final KeyWriting writing;
  private final RemoteKeys remote;
  private final FirstPins firstPins;
  private final ShippingDesk shipping;
  private final PickupDesk pickup;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestCertificates certificates;
  private final TestAccounts accounts;
  private final Actor producer;
  private final Actor dispatcher;

  KeyWritingTest(
      ProductionDesk desk,
      KeyWriting writing,
      RemoteKeys remote,
      FirstPins firstPins,
      ShippingDesk shipping,
      PickupDesk pickup,
      TestOrders orders,
      TestSteps steps,
      TestCertificates certificates,
      TestAccounts accounts) {
    this.desk = desk;
    this.writing = writing;
    this.remote = remote;
    this.firstPins = firstPins;
    this.shipping = shipping;
    this.pickup = pickup;
    this.orders = orders;
    this.steps = steps;
    this.certificates = certificates;
    this.accounts = accounts;
    this.producer = accounts.staff(Role.PRODUCER);
    this.dispatcher = accounts.staff(Role.DISPATCHER);
  }

  private static String transportKey() {
    try {
      return Base64.getEncoder()
          .encodeToString(
              KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode said(String grant) {
    return JsonMapper.builder()
        .build()
        .readTree(Base64.getUrlDecoder().decode(grant.split("\\.")[0]));
  }

  /** An order whose key pair was made on its key at the desk. */
  private String made() {
    String orderNo = orders.submitted(orders.applicant());
    HumanTask task = steps.production(orderNo);
    desk.produceOnKey(producer, task.id(), "DK-" + orderNo, CSR);
    return orderNo;
  }

  private List<String> waiting(String orderNo) {
    return writing.waiting(producer, 200).stream()
        .filter(one -> one.orderNo().equals(orderNo))
        .map(KeyWriting.Waiting::mediumSerial)
        .toList();
  }

  @Test
  @Tag("GS-76")
  void a_key_made_at_the_desk_leaves_only_with_its_pair_on_it() {
    String orderNo = made();
    assertThat(waiting(orderNo)).isEmpty();
    assertThat(Refused.codes(() -> writing.toWrite(producer, orderNo, 1)))
        .containsExactly("STEP_NOT_READY");
    certificates.pairFor(orderNo, 1, "DK-" + orderNo);
    assertThat(waiting(orderNo)).containsExactly("DK-" + orderNo);
    long parcel = steps.dispatch(orderNo).id();
    assertThat(Refused.codes(() -> shipping.ship(dispatcher, parcel, "顺丰速运", "SF1234567890")))
        .containsExactly("KEY_NOT_WRITTEN");

    assertThat(writing.toWrite(producer, orderNo, 1).mediumSerial()).isEqualTo("DK-" + orderNo);
    writing.failed(producer, orderNo, 1, "TOKEN_FAILED");
    assertThat(waiting(orderNo)).as("written again").hasSize(1);
    writing.written(producer, orderNo, 1);
    writing.written(producer, orderNo, 1);

    assertThat(waiting(orderNo)).isEmpty();
    assertThat(Refused.codes(() -> writing.toWrite(producer, orderNo, 1)))
        .containsExactly("STEP_NOT_READY");
    shipping.ship(dispatcher, parcel, "顺丰速运", "SF1234567890");
  }

  @Test
  void the_counter_hands_no_empty_key_out_either() {
    String orderNo = made();
    long task = steps.pickup(orderNo).id();

    assertThat(Refused.codes(() -> pickup.handOver(dispatcher, task, "王五", "001X")))
        .containsExactly("KEY_NOT_WRITTEN");
  }

  @Test
  void a_key_is_prepared_only_when_it_can_be_taken() {
    String orderNo = orders.submitted(orders.applicant());
    long task = steps.production(orderNo).id();

    JsonNode grant = said(desk.prepare(producer, task, "DK-" + orderNo, TRANSPORT).text());
    assertThat(grant.path("action").asString()).isEqualTo("SET_OFFICER_PIN");
    assertThat(grant.path("keySerial").asString()).isEqualTo("DK-" + orderNo);
    assertThat(grant.path("soPin").asString()).isNotBlank();

    String used = key(certificates.issued(orders.applicant(), TestOrders.HALL));
    assertThat(Refused.codes(() -> desk.prepare(producer, task, used, TRANSPORT)))
        .containsExactly("MEDIUM_IN_USE");
    assertThat(Refused.codes(() -> desk.prepare(producer, task, "DK-" + orderNo, "junk")))
        .containsExactly("TRANSPORT_KEY_INVALID");
    assertThat(Refused.codes(() -> desk.produceOnKey(producer, task, "DK-" + orderNo, " ")))
        .containsExactly("FIELD_REQUIRED");
  }

  @Test
  void only_producers_write_keys() {
    String orderNo = made();
    for (Runnable call :
        List.<Runnable>of(
            () -> writing.waiting(dispatcher, 10),
            () -> writing.toWrite(dispatcher, orderNo, 1),
            () -> writing.written(dispatcher, orderNo, 1),
            () -> writing.failed(dispatcher, orderNo, 1, "X"),
            () -> firstPins.grant(dispatcher, orderNo, 1, TRANSPORT))) {
      assertThat(Refused.codes(call::run)).containsExactly("ROLE_MISSING");
    }
  }

  @Test
  void an_order_without_a_new_key_has_no_first_pin() {
    assertThat(firstPins.grant(producer, made(), 1, TRANSPORT)).isEmpty();
  }

  @Test
  void a_session_unlocks_the_orders_key_and_no_other() {
    Actor holder = orders.applicant();
    String serial = certificates.issued(holder, "sdca");
    certificates.put(serial, CertificateState.LOCKED);
    String orderNo =
        orders.draft(
            holder, certificates.form("sdca", Service.UNLOCK, TestCertificates.of(serial)));
    long task =
        steps.arrive(orderNo, "remote.session", OrderState.REMOTE_PENDING, TaskQueue.REMOTE).id();

    JsonNode grant = said(remote.unlocking(producer, task, key(serial), TRANSPORT).text());

    assertThat(grant.path("action").asString()).isEqualTo("RESET_PIN");
    assertThat(grant.path("keySerial").asString()).isEqualTo(key(serial));
    assertThat(Refused.codes(() -> remote.unlocking(producer, task, "OTHER-KEY", TRANSPORT)))
        .containsExactly("KEY_MISMATCH");
    assertThat(Refused.codes(() -> remote.toWrite(producer, task, "OTHER-KEY")))
        .containsExactly("KEY_MISMATCH");
    assertThat(Refused.codes(() -> remote.unlocking(dispatcher, task, key(serial), TRANSPORT)))
        .isNotEmpty();
  }

  @Test
  void a_session_writes_the_orders_pair_onto_the_right_key() {
    Actor holder = orders.applicant();
    String serial = certificates.issued(holder, TestOrders.HALL);
    String orderNo =
        orders.draft(
            holder, certificates.form(TestOrders.HALL, Service.RENEW, TestCertificates.of(serial)));
    certificates.keyOf(orderNo, 1, key(serial));
    certificates.pairFor(orderNo, 1, key(serial));
    long task =
        steps.arrive(orderNo, "remote.session", OrderState.REMOTE_PENDING, TaskQueue.REMOTE).id();

    assertThat(remote.toWrite(producer, task, key(serial)).mediumSerial()).isEqualTo(key(serial));
    assertThat(Refused.codes(() -> remote.unlocking(producer, task, key(serial), TRANSPORT)))
        .containsExactly("SERVICE_NOT_OFFERED");
  }
}
