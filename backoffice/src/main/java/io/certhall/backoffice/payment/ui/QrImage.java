package io.certhall.backoffice.payment.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.html.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/** A text as a QR code. */
class QrImage extends Image {

  private static final long serialVersionUID = 1L;
  private static final int PIXELS = 440;

  QrImage(String text, String description) {
    super("data:image/png;base64," + Base64.getEncoder().encodeToString(png(text)), description);
    addClassName("qr");
  }

  static byte[] png(String text) {
    Map<EncodeHintType, Object> hints =
        Map.of(EncodeHintType.MARGIN, 1, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      MatrixToImageWriter.writeToStream(
          new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS, hints),
          "PNG",
          out);
      return out.toByteArray();
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code for " + text.length() + " characters", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
