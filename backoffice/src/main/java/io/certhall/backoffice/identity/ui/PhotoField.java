package io.certhall.backoffice.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.identity.IdentityAccess;
import io.certhall.processes.identity.IdentityChecks;
import io.certhall.processes.identity.IdentitySide;
import io.certhall.processes.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;

/** One side of the card: the camera opens, the picture is checked at once. */
final class PhotoField extends Div {

  private static final long serialVersionUID = 1L;

  private final transient IdentityChecks checks;
  private final transient IdentityAccess access;
  private final IdentitySide side;
  private final transient Runnable changed;
  private final Div error = new Div();

  PhotoField(
      IdentityChecks checks,
      IdentityAccess access,
      IdentitySide side,
      boolean there,
      Runnable changed) {
    this.checks = checks;
    this.access = access;
    this.side = side;
    this.changed = changed;
    addClassName("material");
    Span label = new Span(Texts.of("identity.side." + side));
    label.addClassName("row-title");
    Div head =
        new Div(
            label,
            new StatusBadge(
                Texts.of(there ? "identity.taken" : "identity.missing"),
                there ? Tone.DONE : Tone.YOURS));
    head.addClassName("material-head");
    error.addClassName("field-error");
    error.getElement().setAttribute("role", "alert");
    error.setVisible(false);
    Upload upload = new Upload(this::receive);
    upload.setUploadButton(new Button(Texts.of(there ? "identity.retake" : "identity.take")));
    upload.setDropAllowed(false);
    upload.setMaxFiles(1);
    upload.getElement().setProperty("accept", "image/jpeg,image/png");
    upload.getElement().setProperty("capture", "environment");
    upload.getElement().setAttribute("aria-label", Texts.of("identity.side." + side));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    add(head, error, upload);
  }

  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream content = event.getInputStream()) {
      checks.photo(access, side, event.getFileName(), content);
      ui.access(changed::run);
    } catch (Refusal refused) {
      event.reject(refused.code());
      ui.access(
          () -> {
            error.setText(Texts.of(refused));
            error.setVisible(true);
          });
    }
  }
}
