package io.certhall.processes.stamp;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Brings a sheet into memory, never more of it than finding a stamp needs. */
final class SheetReader {

  /** An A4 sheet at 300 dpi is 2480 × 3508. */
  private static final long KEPT_PIXELS = 10_000_000;

  private static final long MOST_PIXELS = 80_000_000;
  private static final int LONGEST_SIDE = 12_000;
  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final double PDF_DPI = 300;

  private SheetReader() {}

  /**
   * @param path of the field a refusal names
   * @throws Refusal RULE SHEET_TOO_BIG, SHEET_UNREADABLE
   */
  static Sheet read(String path, String format, byte[] file) {
    try {
      return format.equals("pdf") ? pdf(path, file) : picture(path, format, file);
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | ClassCastException
        | NullPointerException e) {
      // The decoders meet hostile files with all of these.
      throw refused(path, "SHEET_UNREADABLE");
    }
  }

  private static Sheet picture(String path, String format, byte[] file) throws IOException {
    String reading = format.equals("jpg") ? "jpeg" : format;
    ImageReader reader = ImageIO.getImageReadersByFormatName(reading).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      requireBounded(path, width, height);
      int step = (int) Math.ceil(Math.sqrt((double) width * height / KEPT_PIXELS));
      ImageReadParam every = reader.getDefaultReadParam();
      every.setSourceSubsampling(step, step, 0, 0);
      return sheet(reader.read(0, every), SheetScale.of(format, file, width, height).every(step));
    } finally {
      reader.dispose();
    }
  }

  /** The first page: what follows are other papers. */
  private static Sheet pdf(String path, byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      PDPage page = document.getPage(0);
      requireBounded(path, page.getResources());
      PDRectangle box = page.getCropBox();
      double inches = box.getWidth() / 72.0 * box.getHeight() / 72.0;
      double dpi = Math.min(PDF_DPI, Math.sqrt(KEPT_PIXELS / Math.max(0.01, inches)));
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      BufferedImage image = renderer.renderImageWithDPI(0, (float) dpi, ImageType.RGB);
      double widthMm = box.getWidth() / POINTS_PER_MM;
      boolean turned = page.getRotation() % 180 != 0;
      double perMm = (turned ? image.getHeight() : image.getWidth()) / widthMm;
      return sheet(image, new SheetScale(perMm, true));
    }
  }

  /** Asked before anything is unfolded: a few kilobytes can claim gigabytes. */
  private static void requireBounded(String path, PDResources resources) throws IOException {
    if (resources == null) {
      return;
    }
    for (COSName name : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDImageXObject image) {
        requireBounded(path, image.getWidth(), image.getHeight());
      }
    }
  }

  private static void requireBounded(String path, int width, int height) {
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new Refusal(
          RefusalKind.RULE,
          List.of(Problem.of(path, "SHEET_TOO_BIG", width, height, LONGEST_SIDE)));
    }
  }

  private static Refusal refused(String path, String code) {
    return new Refusal(RefusalKind.RULE, List.of(Problem.of(path, code)));
  }

  /** Transparent parts count as paper. */
  private static Sheet sheet(BufferedImage image, SheetScale scale) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage opaque = image;
    if (image.getColorModel().hasAlpha()) {
      opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = opaque.createGraphics();
      pen.drawImage(image, 0, 0, Color.WHITE, null);
      pen.dispose();
    }
    int[] rgb = new int[width * height];
    opaque.getRGB(0, 0, width, height, rgb, 0, width);
    return new Sheet(width, height, rgb, scale);
  }
}
