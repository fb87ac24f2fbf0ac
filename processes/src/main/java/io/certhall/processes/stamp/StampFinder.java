package io.certhall.processes.stamp;

import io.certhall.bpmn.SealForm;
import io.certhall.bpmn.SealForm.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for stamps of one kind on a sheet. */
final class StampFinder {

  private static final int STAMP_GAP = 3;
  private static final int SIGNATURE_GAP = 6;

  /** Smaller spots are dirt, in cells. */
  private static final int LEAST_CELLS = 8;

  private static final double SMALLEST = 0.5;
  private static final double LARGEST = 1.7;
  private static final double LARGEST_SIGNATURE = 2.5;

  private final Sheet sheet;
  private final SealForm form;

  StampFinder(Sheet sheet, SealForm form) {
    this.sheet = sheet;
    this.form = form;
  }

  /**
   * What is there.
   *
   * @param fitting the best first
   * @param tooSmall there is only ink that is too little for such a seal
   */
  record Result(List<FoundStamp> fitting, boolean tooSmall) {}

  Result find() {
    for (List<Ink> inks : inks()) {
      Result result = find(inks);
      if (!result.fitting().isEmpty() || result.tooSmall()) {
        return result;
      }
    }
    return new Result(List.of(), false);
  }

  /** A person signs in blue or black, or has a red name stamp; the printed words are black too. */
  private List<List<Ink>> inks() {
    return form.shape() == Shape.SIGNATURE
        ? List.of(List.of(Ink.BLUE), List.of(Ink.BLACK), List.of(Ink.RED))
        : form.personal()
            ? List.of(List.of(Ink.RED), List.of(Ink.BLUE))
            : List.of(List.of(Ink.RED));
  }

  private Result find(List<Ink> inks) {
    List<FoundStamp> fitting = new ArrayList<>();
    boolean small = false;
    boolean signature = form.shape() == Shape.SIGNATURE;
    int leastSide = LEAST_CELLS * sheet.cell();
    for (Ink ink : inks) {
      var groups =
          new InkCells(sheet, ink).groups(signature ? SIGNATURE_GAP : STAMP_GAP, leastSide);
      for (Box group : groups) {
        FoundStamp stamp = StampMeasure.of(sheet, ink, group, form);
        double size = size(stamp);
        if (size < SMALLEST) {
          small |= size > SMALLEST / 4;
        } else if (size <= (signature ? LARGEST_SIGNATURE : LARGEST)) {
          fitting.add(stamp);
        }
      }
    }
    fitting.sort(Comparator.comparingDouble(this::misfit));
    return new Result(List.copyOf(fitting), fitting.isEmpty() && small);
  }

  /** The longer side beside the usual one. */
  private double size(FoundStamp stamp) {
    return Math.max(stamp.widthMm(), stamp.heightMm()) / Math.max(form.widthMm(), form.heightMm());
  }

  /** The right outline counts most, then the size; a cut stamp comes last. */
  double misfit(FoundStamp stamp) {
    double outline = stamp.shape() == form.shape() ? 0 : isClosed(stamp) == isClosed() ? 1 : 2;
    return outline + Math.min(0.9, Math.abs(Math.log(size(stamp)))) + (stamp.atBorder() ? 4 : 0);
  }

  private static boolean isClosed(FoundStamp stamp) {
    return stamp.shape() != Shape.SIGNATURE;
  }

  private boolean isClosed() {
    return form.shape() != Shape.SIGNATURE;
  }
}
