package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.review.ui.AttachmentPreview;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.StaffOrderView;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.order.Order;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.TransferDecision;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.payment.VoucherView;
import io.certhall.processes.security.Actor;
import java.util.function.Consumer;

/** One transfer: what should have come and where, the vouchers beside it, and the decision. */
final class TransferCase extends Div {

  private static final long serialVersionUID = 1L;

  TransferCase(
      Actor actor,
      Order order,
      Payment payment,
      TransferVouchers vouchers,
      Consumer<TransferDecision> decide) {
    addClassName("review-columns");
    Div left = new Div(new Card(Texts.of("finance.transfer"), facts(order, payment, vouchers)));
    left.add(new Card(Texts.of("finance.decision"), new TransferDecisionForm(payment, decide)));
    left.addClassName("stack");
    add(left, documents(actor, payment, vouchers));
  }

  private static FactList facts(Order order, Payment payment, TransferVouchers vouchers) {
    FactList facts =
        new FactList()
            .fact(
                Texts.of("staff.work.order"),
                new RouterLink(order.orderNo(), StaffOrderView.class, order.orderNo()))
            .fact(Texts.of("staff.work.applicant"), order.applicantName())
            .fact(Texts.of("staff.work.service"), Texts.of(order.service()))
            .fact(Texts.of("finance.state"), Texts.of(order.state()))
            .fact(Texts.of("finance.due"), Money.yuan(payment.amountFen()))
            .fact(Texts.of("finance.openedAt"), Times.minute(payment.createdAt()));
    vouchers
        .account(order)
        .ifPresent(
            account ->
                facts
                    .fact(Texts.of("pay.accountName"), account.name())
                    .fact(Texts.of("finance.account"), account.bank() + " " + account.account())
                    .fact(Texts.of("finance.remark"), account.remark()));
    return facts;
  }

  private static Div documents(Actor actor, Payment payment, TransferVouchers vouchers) {
    Div documents = new Div();
    documents.addClassName("review-documents");
    for (VoucherView voucher : vouchers.of(actor, payment.paymentNo())) {
      StoredFile file = vouchers.open(actor, payment.paymentNo(), voucher.seq());
      String title = Texts.of("finance.voucher", voucher.seq());
      Span name = new Span(voucher.fileName() + " · " + Times.minute(voucher.uploadedAt()));
      name.addClassNames("muted", "small");
      documents.add(
          new Card(
              title, name, new AttachmentPreview(file, title), AttachmentPreview.original(file)));
    }
    if (documents.getComponentCount() == 0) {
      documents.add(new Paragraph(Texts.of("finance.noVouchers")));
    }
    return documents;
  }
}
