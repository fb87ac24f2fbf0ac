package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.attachment.AttachmentView;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One document: what is wanted, what is there, and how to bring it. */
class MaterialRow extends Div {

  private static final long serialVersionUID = 1L;
  private static final int MEGABYTE = 1024 * 1024;

  private final transient Attachments attachments;
  private final transient Actor actor;
  private final String orderNo;
  private final transient Runnable changed;
  private final boolean editable;
  private final Span status = new Span();
  private final Div file = new Div();
  private final Div error = new Div();
  private final Button pick = new Button();
  private transient MaterialView material;

  MaterialRow(
      Attachments attachments,
      Actor actor,
      String orderNo,
      MaterialView material,
      List<Anchor> papers,
      boolean handwritten,
      boolean editable,
      Runnable changed) {
    this.attachments = attachments;
    this.actor = actor;
    this.orderNo = orderNo;
    this.material = material;
    this.editable = editable;
    this.changed = changed;
    addClassName("material");
    getElement().setAttribute("tabindex", "-1");
    Span label = new Span(label(material));
    label.addClassName("row-title");
    Div title = new Div(label);
    if (material.required()) {
      Span star = new Span(" *");
      star.addClassName("required");
      star.getElement().setAttribute("aria-label", Texts.of("material.required"));
      title.add(star);
    }
    Div head = new Div(title, status);
    head.addClassName("material-head");
    Div wanted = new Div(Texts.of("material.wanted", formats(material), size(material.maxBytes())));
    wanted.addClassNames("muted", "small");
    Div links = new Div();
    links.addClassNames("material-links", "small");
    papers.forEach(links::add);
    error.addClassName("field-error");
    error.getElement().setAttribute("role", "alert");
    error.setVisible(false);
    file.addClassName("material-file");
    add(head);
    if (editable) {
      add(wanted, links);
    }
    add(file, error);
    if (editable) {
      add(upload());
    }
    if (editable && handwritten) {
      add(signButton());
    }
    show(material);
  }

  void show(MaterialView now) {
    material = now;
    AttachmentView attached = now.attached();
    file.removeAll();
    status.removeClassNames("badge", "badge-done", "badge-yours", "badge-neutral");
    status.addClassName("badge");
    if (attached == null) {
      status.setText(Texts.of(now.required() ? "material.missing" : "material.optional"));
      status.addClassName(now.required() ? "badge-yours" : "badge-neutral");
    } else {
      status.setText(Texts.of("material.there"));
      status.addClassName("badge-done");
      Span facts =
          new Span(
              Texts.of(
                  "material.facts",
                  size(attached.sizeBytes()),
                  Times.minute(attached.uploadedAt())));
      facts.addClassNames("muted", "small");
      file.add(Downloads.view(attached.fileName(), this::open), facts);
      if (editable) {
        file.add(removeButton());
      }
    }
    pick.setText(Texts.of(attached == null ? "material.upload" : "material.replace"));
  }

  private void showError(String message) {
    error.setText(message);
    error.setVisible(!message.isEmpty());
  }

  private Upload upload() {
    Upload upload = new Upload(this::receive);
    pick.addThemeVariants(ButtonVariant.LUMO_SMALL);
    upload.setUploadButton(pick);
    upload.setDropLabel(new Span(Texts.of("material.drop")));
    upload.setDropLabelIcon(new Span());
    upload.setMaxFiles(1);
    upload.addClassName("material-upload");
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    upload.getElement().setAttribute("aria-label", label(material));
    return upload;
  }

  private ActionButton signButton() {
    ActionButton sign =
        new ActionButton(
            Texts.of("material.sign"), () -> new SignaturePad(label(material), this::sign).open());
    sign.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return sign;
  }

  private void sign(byte[] picture) {
    try {
      attachments.put(
          actor,
          orderNo,
          material.code(),
          Texts.of("material.signName") + ".png",
          new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    showError("");
    changed.run();
  }

  /** Reads no more than is allowed; the words of a refusal appear at this document. */
  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream content = event.getInputStream()) {
      attachments.put(actor, orderNo, material.code(), event.getFileName(), content);
      ui.access(
          () -> {
            showError("");
            changed.run();
          });
    } catch (Refusal refused) {
      event.reject(refused.code());
      ui.access(
          () -> showError(Texts.of("material.refused", event.getFileName(), Texts.of(refused))));
    }
  }

  private ActionButton removeButton() {
    ActionButton remove =
        new ActionButton(
            Texts.of("material.remove"),
            () -> {
              attachments.delete(actor, orderNo, material.code());
              changed.run();
            });
    remove.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
    return remove;
  }

  private Downloads.File open() {
    StoredFile stored = attachments.open(actor, orderNo, material.code());
    return new Downloads.File(stored.fileName(), stored.mediaType(), stored.content());
  }

  static String label(MaterialView material) {
    return Texts.isEnglish() ? material.labelEn() : material.labelZh();
  }

  private static String formats(MaterialView material) {
    return material.formats().stream()
        .map(format -> format.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" / "));
  }

  private static String size(long bytes) {
    if (bytes >= MEGABYTE) {
      return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE).replace(".0 ", " ");
    }
    return Math.max(1, bytes / 1024) + " KB";
  }
}
