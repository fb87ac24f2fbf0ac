package io.certhall.backoffice.production.ui;

import static io.certhall.backoffice.support.AgentInPage.token;
import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.AgentInPage;
import io.certhall.backoffice.support.AgentInPage.Asked;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AgentDesksTest extends ViewTest {

  private static final String CSR = "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n";

  private final Fixtures fixtures;
  private final TestSteps steps;
  private final Orders orders;
  private final DSLContext dsl;
  private final String orderNo;
  private final String key = "AK-" + FreshNumbers.username();
  private final AgentInPage agent = new AgentInPage();

  AgentDesksTest(
      Fixtures fixtures, TestOrders testOrders, TestSteps steps, Orders orders, DSLContext dsl) {
    this.fixtures = fixtures;
    this.steps = steps;
    this.orders = orders;
    this.dsl = dsl;
    this.orderNo = testOrders.submitted(testOrders.applicant());
  }

  @BeforeEach
  void a_producer() {
    signIn(fixtures.staff(Role.PRODUCER));
  }

  private <R extends Component> R row(Class<R> type) {
    List<R> rows = find(type).all();
    return rows.stream().filter(row -> words(row).contains(orderNo)).findFirst().orElseThrow();
  }

  private KeyRow atDesk() {
    steps.production(orderNo);
    ProductionDeskView page = navigate(ProductionDeskView.class);
    test(find(TextField.class)
            .withCondition(f -> f.getLabel() == null || f.getLabel().isEmpty())
            .all()
            .getFirst())
        .setValue(orderNo);
    assertThat(words(page)).contains(orderNo);
    return row(KeyRow.class);
  }

  private void press(Component row, String button) {
    test(find(Button.class, row).withText(button).single()).click();
  }

  private void makeKey() {
    press(atDesk(), "用介质助手制作");
    agent.plugged(token(key, false));
    agent.answers(Map.of("csr", CSR, "token", key));
  }

  /** As the CA would. */
  private void issue() {
    Order order = orders.find(orderNo).orElseThrow();
    Instant now = Instant.now();
    for (boolean signing : List.of(true, false)) {
      dsl.insertInto(CERTIFICATE)
          .set(CERTIFICATE.SERIAL, (signing ? "A" : "B") + orderNo)
          .set(CERTIFICATE.PAIR_SERIAL, (signing ? "B" : "A") + orderNo)
          .set(CERTIFICATE.KEY_USAGE, signing ? "SIGNING" : "ENCRYPTION")
          .set(CERTIFICATE.HALL, order.hall())
          .set(CERTIFICATE.ISSUER, "CN=测试CA")
          .set(CERTIFICATE.ORDER_NO, orderNo)
          .set(CERTIFICATE.ITEM_SEQ, 1)
          .set(CERTIFICATE.TYPE, "ORG")
          .set(CERTIFICATE.ACCOUNT_ID, order.accountId())
          .set(CERTIFICATE.COMMON_NAME, order.applicantName())
          .set(CERTIFICATE.SUBJECT, "CN=" + order.applicantName())
          .set(CERTIFICATE.YEARS, 1)
          .set(CERTIFICATE.NOT_BEFORE, now)
          .set(CERTIFICATE.NOT_AFTER, now.plusSeconds(86_400))
          .set(CERTIFICATE.STATE, "NORMAL")
          .set(CERTIFICATE.MEDIUM_SERIAL, key)
          .set(CERTIFICATE.DER, new byte[] {1})
          .set(CERTIFICATE.ISSUED_AT, now)
          .execute();
    }
    dsl.insertInto(KEY_ESCROW)
        .set(KEY_ESCROW.ENCRYPTION_SERIAL, "B" + orderNo)
        .set(KEY_ESCROW.WRAPPED_KEY, new byte[] {7})
        .set(KEY_ESCROW.ENVELOPED_KEY, new byte[] {8})
        .set(KEY_ESCROW.CREATED_AT, now)
        .execute();
  }

  @Test
  @Tag("GS-76")
  void the_pair_is_made_on_the_plugged_key_and_its_request_goes_to_be_issued() {
    KeyRow row = atDesk();

    press(row, "用介质助手制作");
    assertThat(agent.plugged(token(key, false)).path()).isEqualTo("/v1/tokens");
    Asked prepare = Objects.requireNonNull(agent.asked());
    assertThat(prepare.path()).isEqualTo("/v1/prepare");
    assertThat(prepare.text("token")).isEqualTo(key);
    assertThat(prepare.text("grant")).contains(".");
    assertThat(orders.items(orderNo).getFirst().mediumSerial()).as("not yet").isNull();
    agent.answers(Map.of("csr", CSR, "token", key));

    assertThat(orders.items(orderNo).getFirst().mediumSerial()).isEqualTo(key);
    assertThat(orders.items(orderNo).getFirst().signingCsr()).isEqualTo(CSR);
    assertThat(notices()).anyMatch(words -> words.contains(key));
  }

  @Test
  void without_an_agent_the_desk_says_what_to_install_and_works_on_as_before() {
    KeyRow row = atDesk();

    press(row, "用介质助手制作");
    agent.refuses("AGENT_ABSENT");

    assertThat(words(row)).contains("没有找到介质助手", "certhall agent");
    test(find(TextField.class, row).single()).setValue(key);
    press(row, "写入");
    assertThat(orders.items(orderNo).getFirst().mediumSerial()).isEqualTo(key);
  }

  @Test
  void one_of_several_keys_is_chosen() {
    KeyRow row = atDesk();

    press(row, "用介质助手制作");
    agent.plugged(token("OTHER-1", false), token(key, false));
    assertThat(agent.asked()).as("nothing before the choice").isNull();

    RadioButtonGroup<?> group = find(RadioButtonGroup.class, row).single();
    test(group).selectItem("介质 mToken " + key);
    press(row, "确定");

    assertThat(Objects.requireNonNull(agent.asked()).text("token")).isEqualTo(key);
  }

  @Test
  void the_issued_pair_is_written_again_until_the_key_has_it() {
    makeKey();
    issue();
    navigate(RemoteDeskView.class);
    navigate(ProductionDeskView.class);
    KeysToWrite card = find(KeysToWrite.class).single();
    assertThat(words(card)).contains(orderNo, key);

    press(line(card), "用介质助手写入");
    agent.plugged(token("OTHER-1", false));
    assertThat(words(card)).contains("插入的不是这把介质");

    press(line(card), "用介质助手写入");
    agent.plugged(token(key, false));
    assertThat(Objects.requireNonNull(agent.asked()).path()).isEqualTo("/v1/certificates");
    agent.refuses("TOKEN_FAILED");
    assertThat(writtenAt()).isNull();
    assertThat(words(card)).contains(orderNo);

    press(line(card), "用介质助手写入");
    agent.plugged(token(key, false));
    agent.answers(Map.of("written", true));
    assertThat(writtenAt()).isNotNull();
    assertThat(words(card)).doesNotContain(orderNo);
  }

  private Component line(KeysToWrite card) {
    return find(com.vaadin.flow.component.html.Div.class, card)
        .withCondition(div -> div.hasClassName("produced-row") && words(div).contains(orderNo))
        .single();
  }

  private Instant writtenAt() {
    return dsl.select(ORDER_ITEM.WRITTEN_AT)
        .from(ORDER_ITEM)
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo), ORDER_ITEM.SEQ.eq(1))
        .fetchSingle(ORDER_ITEM.WRITTEN_AT);
  }

  @Test
  void a_session_writes_the_pair_onto_the_holders_key() {
    makeKey();
    issue();
    steps.arrive(orderNo, "remote.session", OrderState.REMOTE_PENDING, TaskQueue.REMOTE);
    navigate(RemoteDeskView.class);
    RemoteRow row = row(RemoteRow.class);

    press(row, "用介质助手写入");
    agent.plugged(token(key, false));
    assertThat(agent.answers(Map.of("written", true)).text("token")).isEqualTo(key);

    assertThat(find(TextField.class, row).single().getValue()).isEqualTo("证书已写入介质");
  }
}
