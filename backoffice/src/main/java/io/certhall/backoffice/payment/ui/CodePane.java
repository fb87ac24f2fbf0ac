package io.certhall.backoffice.payment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import java.time.Duration;
import java.time.Instant;

/** A code to scan with the provider's app, and how long it lives. */
final class CodePane extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * @param simulated offers the page that stands for the payer's phone
   */
  CodePane(Payment payment, Instant now, boolean simulated, Runnable havePaid, Runnable later) {
    addClassName("pay-code");
    if (payment.codeUrl() != null) {
      add(new QrImage(payment.codeUrl(), Texts.of("pay.qr", Texts.of(payment.method()))));
    }
    Span left = new Span();
    left.addClassName("num");
    countDown(left, Duration.between(now, payment.expiresAt()));
    Paragraph how = new Paragraph(Texts.of("pay.scan", Texts.of(payment.method())));
    Span number = new Span(Texts.of("pay.number", payment.paymentNo()));
    number.addClassNames("muted", "small");
    Div buttons =
        new Div(
            ActionButton.primary(Texts.of("pay.havePaid"), havePaid),
            new Button(Texts.of("pay.later"), click -> later.run()));
    buttons.addClassName("buttons");
    Div words = new Div(how, left, number, buttons);
    words.addClassName("pay-words");
    if (simulated) {
      words.add(phone(payment));
    }
    add(words);
  }

  private static Anchor phone(Payment payment) {
    String provider = payment.method() == PaymentMethod.ALIPAY ? "alipay" : "wechatpay";
    Anchor phone =
        new Anchor(
            "/simulators/" + provider + "/" + payment.paymentNo(), Texts.of("pay.simulatedPhone"));
    phone.setTarget(AnchorTarget.BLANK);
    phone.setRouterIgnore(true);
    return phone;
  }

  private static void countDown(Span span, Duration left) {
    span.getElement()
        .executeJs(
            """
            const end = Date.now() + $0 * 1000;
            const tick = () => {
              const left = Math.max(0, Math.round((end - Date.now()) / 1000));
              const part = n => String(n).padStart(2, '0');
              this.textContent = left > 0
                ? $1.replace('#', Math.floor(left / 3600) + ':' + part(Math.floor(left / 60) % 60)
                    + ':' + part(left % 60))
                : $2;
              if (left > 0 && this.isConnected) setTimeout(tick, 1000);
            };
            tick();
            """,
            Math.max(0, left.toSeconds()), Texts.of("pay.left"), Texts.of("pay.expired"));
  }
}
