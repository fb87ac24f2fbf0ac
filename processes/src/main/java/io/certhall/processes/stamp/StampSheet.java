package io.certhall.processes.stamp;

import io.certhall.bpmn.SealForm;
import io.certhall.processes.refusal.Refusal;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A stamped sheet: the stamps of one kind on it, cut out and cleaned. */
public final class StampSheet {

  /** A sheet takes some hundred megabytes while it is looked at. */
  private static final Semaphore PLACES = new Semaphore(2);

  private static final int MOST = 8;

  private StampSheet() {}

  /**
   * A stamp cut out.
   *
   * @param leftMm where it stands on the sheet, as far as that is known
   * @param likely has the outline of its kind, in an ink that no printer uses
   */
  public record Cut(InkPicture picture, double leftMm, double topMm, boolean likely) {}

  /**
   * The stamps that may be the seal, the likeliest first; never empty.
   *
   * @param path of the field a refusal names
   * @param format pdf, jpg, png, gif or bmp
   * @throws Refusal RULE STAMP_NOT_FOUND, STAMP_TOO_SMALL, STAMP_AT_BORDER, SHEET_TOO_BIG,
   *     SHEET_UNREADABLE
   */
  public static List<Cut> cut(String path, String format, byte[] file, SealForm form) {
    PLACES.acquireUninterruptibly();
    try {
      Sheet sheet = SheetReader.read(path, format, file);
      StampFinder finder = new StampFinder(sheet, form);
      StampFinder.Result result = finder.find();
      List<FoundStamp> whole =
          result.fitting().stream().filter(stamp -> !stamp.atBorder()).limit(MOST).toList();
      if (whole.isEmpty()) {
        throw Refusal.rule(
            path,
            !result.fitting().isEmpty()
                ? "STAMP_AT_BORDER"
                : result.tooSmall() ? "STAMP_TOO_SMALL" : "STAMP_NOT_FOUND");
      }
      return whole.stream()
          .map(
              stamp ->
                  new Cut(
                      StampCutter.cut(sheet, stamp),
                      stamp.box().left() / stamp.pixelsPerMm(),
                      stamp.box().top() / stamp.pixelsPerMm(),
                      stamp.shape() == form.shape() && stamp.ink() != Ink.BLACK))
          .toList();
    } finally {
      PLACES.release();
    }
  }
}
