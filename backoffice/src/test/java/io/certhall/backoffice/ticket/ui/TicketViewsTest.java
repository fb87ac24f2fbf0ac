package io.certhall.backoffice.ticket.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.notification.Inbox;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.ticket.TicketState;
import io.certhall.processes.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TicketViewsTest extends Screen {

  private static final String HALL = "sdca";

  private final Fixtures fixtures;
  private final Tickets tickets;
  private final Inbox inbox;

  TicketViewsTest(Fixtures fixtures, Tickets tickets, Inbox inbox) {
    this.fixtures = fixtures;
    this.tickets = tickets;
    this.inbox = inbox;
  }

  @Test
  @Tag("SD-12")
  void a_question_with_a_file_is_taken_answered_told_and_closed() {
    Actor applicant = fixtures.applicant();
    Actor reviewer = fixtures.staff(Role.REVIEWER);
    signIn(applicant);
    open("tickets/new");
    click("提交");
    assertThat(words()).contains("此项必填");

    category().setValue(category().getListDataView().getItem(0));
    type("主题", "诚信库入库问题");
    findInView(TextArea.class).single().setValue("单位名称变更后无法入库");
    upload(findInView(Upload.class).single(), "截图.pdf", SampleFiles.pdf());
    click("提交");

    String ticketNo = tickets.page(applicant, null, 0, 10).getFirst().ticketNo();
    assertThat(words()).contains("待处理").contains("无法入库").contains("企业信息与入库");
    signIn(reviewer);
    open("tickets/" + ticketNo);
    click("受理");
    assertThat(words()).contains("处理中").contains("截图.pdf");
    findInView(TextArea.class).single().setValue("已更正，请重试");
    click("提交");

    assertThat(words()).contains("已答复");
    assertThat(inbox.page(applicant, true, 0, 10).getFirst().zh()).contains(ticketNo);
    signIn(applicant);
    open("tickets?state=ANSWERED");
    open("tickets/" + ticketNo);
    assertThat(words()).contains("已更正，请重试");
    findInView(TextArea.class).single().setValue("还是不行");
    click("提交");
    assertThat(tickets.get(applicant, ticketNo).state()).isEqualTo(TicketState.OPEN);
    click("关闭");
    assertThat(words()).contains("已关闭");
    assertThat(offers("提交")).isFalse();
  }

  @Test
  void what_is_not_ones_own_or_closed_or_too_much_is_refused() throws Exception {
    Actor applicant = fixtures.applicant();
    String ticketNo = tickets.ask(applicant, question(HALL, "OTHER"), List.of());

    assertThatThrownBy(() -> tickets.get(fixtures.applicant(), ticketNo))
        .hasMessageContaining("TICKET_UNKNOWN");
    assertThatThrownBy(() -> tickets.ask(applicant, question("gscamce", "OTHER"), List.of()))
        .hasMessageContaining("TICKETS_NOT_OFFERED");
    assertThatThrownBy(() -> tickets.ask(applicant, question(HALL, "WEATHER"), List.of()))
        .hasMessageContaining("category");
    assertThatThrownBy(
            () ->
                tickets.say(
                    applicant,
                    ticketNo,
                    "附件",
                    List.of(
                        new Tickets.Upload(
                            "病毒.exe",
                            new ByteArrayInputStream("MZ".getBytes(StandardCharsets.UTF_8))))))
        .hasMessageContaining("UNSUPPORTED_TYPE");
    Actor reviewer = fixtures.staff(Role.REVIEWER);
    tickets.take(reviewer, ticketNo);
    assertThatThrownBy(() -> tickets.take(fixtures.staff(Role.REVIEWER), ticketNo))
        .hasMessageContaining("TICKET_TAKEN");
    tickets.close(applicant, ticketNo);
    assertThatThrownBy(() -> tickets.say(reviewer, ticketNo, "晚了", List.of()))
        .hasMessageContaining("TICKET_CLOSED");
  }

  private static Tickets.Question question(String hall, String category) {
    return new Tickets.Question(hall, category, "问题", "说明");
  }

  @SuppressWarnings("unchecked")
  private Select<HallSettings.TicketCategory> category() {
    return findInView(Select.class)
        .withCondition(select -> "类别".equals(select.getLabel()))
        .single();
  }
}
