package io.certhall.backoffice.delivery.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.oned.Code128Writer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.review.ui.OrderFacts;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/** A sheet for the parcel: who sends, who gets it, what is inside. */
@Route("work/dispatch/label")
@RolesAllowed("DISPATCHER")
@StyleSheet("staff.css")
public class ParcelLabelView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient CurrentActor actor;
  private final transient Orders orders;
  private final transient PublishedPolicies policies;
  private String title = "";

  ParcelLabelView(CurrentActor actor, Orders orders, PublishedPolicies policies) {
    this.actor = actor;
    this.orders = orders;
    this.policies = policies;
    addClassName("label-page");
  }

  @Override
  public void setParameter(BeforeEvent event, String orderNo) {
    Order order = orders.visible(actor.get(), orderNo);
    OrderForm.DeliveryForm delivery = orders.contact(orderNo).delivery();
    if (delivery == null || delivery.address() == null) {
      throw Refusal.conflict("ADDRESS_MISSING");
    }
    title = orderNo;
    Button print =
        new Button(Texts.of("shell.print"), click -> getElement().executeJs("window.print()"));
    print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    print.addClassName("no-print");
    add(
        print,
        sheet(
            order,
            delivery,
            policies.active(order.hall()).settings(),
            Parcel.keys(orders.items(orderNo))));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private static Div sheet(
      Order order, OrderForm.DeliveryForm delivery, HallSettings hall, List<String> keys) {
    Div to =
        block(
            Texts.of("staff.delivery.to"),
            String.valueOf(delivery.recipient()) + "  " + String.valueOf(delivery.phone()),
            OrderFacts.address(delivery),
            order.applicantName());
    to.addClassName("label-to");
    Div from =
        block(
            Texts.of("staff.delivery.from"),
            Texts.of(hall.name()) + "  " + hall.contacts().phone(),
            Texts.of(hall.contacts().address()));
    Image barcode = new Image(barcode(order.orderNo()), order.orderNo());
    barcode.addClassName("label-barcode");
    Div number = new Div(barcode, new Span(order.orderNo()));
    number.addClassName("label-number");
    Div inside =
        block(
            Texts.of("staff.delivery.inside"),
            keys.isEmpty()
                ? Texts.of("staff.delivery.noKeys")
                : Texts.of("staff.delivery.keys", keys.size(), String.join("  ", keys)));
    Div sheet = new Div(to, from, number, inside);
    sheet.addClassName("label-sheet");
    return sheet;
  }

  private static Div block(String title, String... lines) {
    Span name = new Span(title);
    name.addClassNames("muted", "small");
    Div block = new Div(name);
    for (String line : lines) {
      block.add(new Paragraph(line));
    }
    return block;
  }

  /** The order's number as a bar code, as a data URI. */
  private static String barcode(String text) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      MatrixToImageWriter.writeToStream(
          new Code128Writer().encode(text, BarcodeFormat.CODE_128, 420, 80), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
