package io.certhall.backoffice.production.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import io.certhall.backoffice.shell.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A certificate request made on the key: pasted, or taken from a file (PEM or DER). */
final class CsrField extends Details {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 8192;

  private final TextArea text = new TextArea();

  CsrField() {
    setSummaryText(Texts.of("staff.production.csr"));
    text.setPlaceholder("-----BEGIN CERTIFICATE REQUEST-----");
    text.setAriaLabel(Texts.of("staff.production.csr"));
    text.addClassName("mono");
    text.setWidthFull();
    text.setMaxHeight("12rem");
    text.setMaxLength(LARGEST);
    Upload upload =
        new Upload(
            event -> {
              byte[] bytes;
              try (var in = event.getInputStream()) {
                bytes = in.readNBytes(LARGEST + 1);
              }
              if (bytes.length > LARGEST) {
                event.reject(Texts.of("staff.production.csrTooBig"));
                return;
              }
              event.getUI().access(() -> text.setValue(pem(bytes)));
            });
    upload.setAcceptedFileExtensions(".csr", ".pem", ".p10", ".der", ".txt");
    upload.setMaxFiles(1);
    upload.setDropAllowed(false);
    upload.setI18n(words());
    add(text, upload);
  }

  /** PEM text; null when the key makes its pair by itself. */
  @Nullable String value() {
    String pem = text.getValue().strip();
    return pem.isEmpty() ? null : pem;
  }

  static String pem(byte[] file) {
    if (file.length > 0 && file[0] == 0x30) {
      return "-----BEGIN CERTIFICATE REQUEST-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(file)
          + "\n-----END CERTIFICATE REQUEST-----\n";
    }
    return new String(file, StandardCharsets.US_ASCII);
  }

  private static UploadI18N words() {
    return new UploadI18N()
        .setAddFiles(
            new UploadI18N.AddFiles()
                .setOne(Texts.of("staff.production.csrFile"))
                .setMany(Texts.of("staff.production.csrFile")))
        .setError(
            new UploadI18N.Error()
                .setTooManyFiles(Texts.of("staff.production.csrOne"))
                .setFileIsTooBig(Texts.of("staff.production.csrTooBig"))
                .setIncorrectFileType(Texts.of("staff.production.csrType")));
  }
}
