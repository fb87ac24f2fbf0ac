package io.certhall.backoffice.verification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.shell.Texts;
import java.io.IOException;
import java.io.InputStream;

/** A file to be looked at: kept in memory until the page is left, never stored. */
final class FileField extends Div {

  private static final long serialVersionUID = 1L;
  private static final int KILOBYTE = 1024;

  private final int largest;
  private final Span name = new Span();
  private final Div error = new Div();
  private byte[] content = {};

  /**
   * @param largest bytes
   */
  FileField(String label, int largest) {
    this.largest = largest;
    addClassName("material");
    Span title = new Span(label);
    title.addClassName("row-title");
    name.addClassNames("muted", "small");
    error.addClassName("field-error");
    error.getElement().setAttribute("role", "alert");
    error.setVisible(false);
    Upload upload = new Upload(this::receive);
    upload.setUploadButton(new Button(Texts.of("verify.choose")));
    upload.setDropAllowed(false);
    upload.setMaxFiles(1);
    upload.getElement().setAttribute("aria-label", label);
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    add(title, name, error, upload);
  }

  /** Empty until a file was chosen. */
  byte[] content() {
    return content;
  }

  void complain(String words) {
    error.setText(words);
    error.setVisible(!words.isEmpty());
  }

  private void receive(UploadEvent event) throws IOException {
    byte[] bytes;
    try (InputStream in = event.getInputStream()) {
      bytes = in.readNBytes(largest + 1);
    }
    boolean tooLarge = bytes.length > largest;
    if (tooLarge) {
      event.reject(Texts.of("verify.tooLarge", largest / KILOBYTE));
    }
    String file = event.getFileName();
    event
        .getUI()
        .access(
            () -> {
              content = tooLarge ? new byte[0] : bytes;
              name.setText(tooLarge ? "" : file);
              complain(tooLarge ? Texts.of("verify.tooLarge", largest / KILOBYTE) : "");
            });
  }
}
