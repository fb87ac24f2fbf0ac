package io.certhall.backoffice.finance;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.finance.ui.FinanceWorkView;
import io.certhall.backoffice.finance.ui.RefundsView;
import io.certhall.backoffice.finance.ui.StatementsView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.payment.BankStatements;
import io.certhall.processes.payment.RefundDesk;
import io.certhall.processes.payment.TransferChecks;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways to transfers and refunds, with what waits for finance in each. */
@Component
class FinanceNavigation implements FeatureNavigation {

  private final TaskQuery tasks;
  private final TransferChecks checks;
  private final RefundDesk refunds;
  private final BankStatements statements;

  FinanceNavigation(
      TaskQuery tasks, TransferChecks checks, RefundDesk refunds, BankStatements statements) {
    this.tasks = tasks;
    this.checks = checks;
    this.refunds = refunds;
    this.statements = statements;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    List<NavigationEntry> entries = new ArrayList<>();
    if (actor.has(Role.FINANCE)) {
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              64,
              "finance.work",
              VaadinIcon.MONEY_EXCHANGE,
              FinanceWorkView.class,
              who ->
                  tasks.count(who, TaskQuery.Filter.of(TaskQueue.FINANCE))
                      + checks.late(who).size()));
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              65,
              "statement.bank",
              VaadinIcon.PIGGY_BANK_COIN,
              StatementsView.class,
              statements::countOpen));
    }
    if (actor.has(Role.FINANCE) || actor.has(Role.AUDITOR)) {
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              66,
              "finance.refunds",
              VaadinIcon.MONEY_WITHDRAW,
              RefundsView.class,
              refunds::waiting));
    }
    return entries;
  }
}
