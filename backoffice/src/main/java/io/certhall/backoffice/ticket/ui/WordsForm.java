package io.certhall.backoffice.ticket.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to say, with files. */
final class WordsForm extends Div {

  private static final long serialVersionUID = 1L;

  private record Picked(@Nullable String name, byte[] content) {}

  private final transient List<Picked> picked = new ArrayList<>();
  private final TextArea words = new TextArea();
  private final Div files = new Div();

  WordsForm(String label) {
    addClassName("stack");
    words.setLabel(label);
    words.setMaxLength(Tickets.LONGEST);
    words.setWidthFull();
    words.setMinRows(4);
    Upload upload = new Upload(this::receive);
    upload.setDropLabel(new Span(Texts.of("ticket.drop")));
    upload.setDropLabelIcon(new Span());
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    upload.addClassName("material-upload");
    upload.getElement().setAttribute("aria-label", Texts.of("ticket.drop"));
    files.addClassName("voucher-files");
    add(words, upload, files);
  }

  TextArea field() {
    return words;
  }

  List<Tickets.Upload> uploads() {
    return picked.stream()
        .map(file -> new Tickets.Upload(file.name(), new ByteArrayInputStream(file.content())))
        .toList();
  }

  void clear() {
    words.clear();
    picked.clear();
    showFiles();
  }

  /** Reads no more than is allowed; the rest is looked at when it is handed in. */
  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    byte[] content;
    try (InputStream in = event.getInputStream()) {
      content = in.readNBytes((int) Tickets.MAX_BYTES + 1);
    }
    String name = event.getFileName();
    ui.access(
        () -> {
          picked.add(new Picked(name, content));
          showFiles();
        });
  }

  private void showFiles() {
    files.removeAll();
    for (Picked file : picked) {
      Div row =
          new Div(
              new Span(String.valueOf(file.name())),
              ActionButton.tertiary(
                  Texts.of("ticket.removeFile"),
                  () -> {
                    picked.remove(file);
                    showFiles();
                  }));
      row.addClassName("voucher-file");
      files.add(row);
    }
  }
}
