package io.certhall.backoffice.invoice.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.invoice.Invoice;
import io.certhall.processes.invoice.Invoices;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InvoicesViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final Invoice invoice;

  InvoicesViewTest(Fixtures fixtures, TestOrders orders, Invoices invoices) {
    this.fixtures = fixtures;
    String orderNo = orders.submitted(orders.applicant());
    orders.change(orderNo, OrderChange.of().paid(65_000));
    this.invoice = invoices.issue(orderNo, null);
  }

  @Test
  void an_invoice_is_found_by_its_number_and_added_up() {
    signIn(fixtures.staff(Role.FINANCE));
    InvoicesView page = navigate(InvoicesView.class);

    test(find(TextField.class).single()).setValue(invoice.invoiceNo());

    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(words(page)).contains("共 1 张 · 价税合计 ¥650.00");
    assertThat(test(grid()).getRow(0).orderNo()).isEqualTo(invoice.orderNo());
  }

  @Test
  void days_without_invoices_show_none() {
    signIn(fixtures.staff(Role.AUDITOR));
    navigate(InvoicesView.class);

    find(DatePicker.class).all().getLast().setValue(LocalDate.of(2020, 1, 1));

    assertThat(find(EmptyState.class).all()).hasSize(1);
    assertThat(find(Span.class).withText("共 0 张 · 价税合计 ¥0.00 · 税额 ¥0.00").all()).hasSize(1);
  }

  @Test
  void the_production_desk_has_no_business_here() {
    signIn(fixtures.staff(Role.PRODUCER));

    assertThatThrownBy(() -> navigate(InvoicesView.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @SuppressWarnings("unchecked")
  private Grid<Invoice> grid() {
    return find(Grid.class).single();
  }
}
