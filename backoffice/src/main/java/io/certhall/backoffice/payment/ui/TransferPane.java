package io.certhall.backoffice.payment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.TransferAccount;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where to transfer the money to, and the proof that it was done. */
final class TransferPane extends Div {

  private static final long serialVersionUID = 1L;

  private record Picked(@Nullable String name, byte[] content) {}

  private final transient List<Picked> picked = new ArrayList<>();
  private final transient Consumer<List<TransferVouchers.Upload>> handIn;
  private final Div files = new Div();
  private final Div error = new Div();
  private final Button pick = new Button(Texts.of("pay.pickVoucher"));

  TransferPane(
      @Nullable TransferAccount account,
      Payment payment,
      Consumer<List<TransferVouchers.Upload>> handIn,
      Runnable later) {
    this.handIn = handIn;
    addClassName("pay-transfer");
    files.addClassName("voucher-files");
    error.addClassName("field-error");
    error.getElement().setAttribute("role", "alert");
    error.setVisible(false);
    if (account != null) {
      add(facts(account, payment));
    }
    add(new Paragraph(Texts.of("pay.transferHow")), upload(), files, error, buttons(later));
  }

  private static FactList facts(TransferAccount account, Payment payment) {
    return new FactList()
        .fact(Texts.of("pay.accountName"), account.name())
        .fact(Texts.of("pay.accountBank"), account.bank())
        .fact(Texts.of("pay.accountNo"), copyable(account.account()))
        .fact(Texts.of("pay.transferAmount"), Money.yuan(payment.amountFen()))
        .fact(Texts.of("pay.remark"), copyable(account.remark()));
  }

  /** Numbers are pasted into the bank's page, not typed. */
  private static Div copyable(String text) {
    Span shown = new Span(text);
    shown.addClassName("mono");
    Button copy = new Button(Texts.of("pay.copy"));
    copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    copy.getElement().setAttribute("aria-label", Texts.of("pay.copyWhat", text));
    copy.addClickListener(
        click -> {
          copy.getElement()
              .executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", text);
          copy.setText(Texts.of("pay.copied"));
        });
    Div both = new Div(shown, copy);
    both.addClassName("copyable");
    return both;
  }

  private Upload upload() {
    Upload upload = new Upload(this::receive);
    upload.setUploadButton(pick);
    upload.setDropLabel(new Span(Texts.of("pay.dropVoucher")));
    upload.setDropLabelIcon(new Span());
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    upload.addClassName("material-upload");
    upload.getElement().setAttribute("aria-label", Texts.of("pay.pickVoucher"));
    return upload;
  }

  /** Reads no more than is allowed; what it is, is looked at when it is handed in. */
  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    byte[] content;
    try (InputStream in = event.getInputStream()) {
      content = in.readNBytes((int) TransferVouchers.MAX_BYTES + 1);
    }
    String name = event.getFileName();
    ui.access(() -> take(new Picked(name, content)));
  }

  private void take(Picked file) {
    if (file.content().length > TransferVouchers.MAX_BYTES) {
      showError(Texts.of("pay.voucherTooLarge", String.valueOf(file.name())));
    } else if (picked.size() >= TransferVouchers.MOST_FILES) {
      showError(Texts.of("pay.vouchersTooMany", TransferVouchers.MOST_FILES));
    } else {
      picked.add(file);
      showError("");
    }
    showFiles();
  }

  private void showFiles() {
    files.removeAll();
    for (Picked file : picked) {
      Button remove =
          new Button(
              Texts.of("pay.removeVoucher"),
              click -> {
                picked.remove(file);
                showFiles();
              });
      remove.addThemeVariants(
          ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
      Div row = new Div(new Span(String.valueOf(file.name())), remove);
      row.addClassName("voucher-file");
      files.add(row);
    }
    pick.setEnabled(picked.size() < TransferVouchers.MOST_FILES);
  }

  private Div buttons(Runnable later) {
    Div buttons =
        new Div(
            ActionButton.primary(Texts.of("pay.handIn"), this::handIn),
            new Button(Texts.of("pay.later"), click -> later.run()));
    buttons.addClassName("buttons");
    return buttons;
  }

  private void handIn() {
    try {
      handIn.accept(
          picked.stream()
              .map(
                  file ->
                      new TransferVouchers.Upload(
                          file.name(), new ByteArrayInputStream(file.content())))
              .toList());
    } catch (Refusal refused) {
      showError(Texts.of(refused));
    }
  }

  private void showError(String message) {
    error.setText(message);
    error.setVisible(!message.isEmpty());
  }
}
