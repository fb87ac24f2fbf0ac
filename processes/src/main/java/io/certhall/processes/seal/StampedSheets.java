package io.certhall.processes.seal;

import io.certhall.bpmn.HallSettings;
import io.certhall.bpmn.SealForm;
import io.certhall.processes.attachment.SealSheets;
import io.certhall.processes.attachment.SealSheets.Sheet;
import io.certhall.processes.order.Order;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.seal.SealWishes.Carrier;
import io.certhall.processes.stamp.StampSheet;
import io.certhall.processes.stamp.StampSheet.Cut;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the applicant agreed to no picture: the one stamp on his sheet that is surely meant. */
@Component
class StampedSheets {

  private final SealSheets sheets;

  StampedSheets(SealSheets sheets) {
    this.sheets = sheets;
  }

  /**
   * @param carriers all that get seals: one stamp for two kinds of seal is surely neither
   */
  Lookup of(Order order, HallSettings hall, List<Carrier> carriers) {
    return new Lookup(order, hall, carriers);
  }

  /** The sheets of one order, asked for when first needed. */
  final class Lookup {

    private final Order order;
    private final HallSettings hall;
    private final List<Carrier> carriers;
    private @Nullable List<Sheet> attached;

    private Lookup(Order order, HallSettings hall, List<Carrier> carriers) {
      this.order = order;
      this.hall = hall;
      this.carriers = carriers;
    }

    /** Null when there is none, or more than one that could be it. */
    @Nullable SealPicture stamp(int itemSeq, String code) {
      SealForm form = hall.sealForm(code);
      if (attached == null) {
        attached = sheets.submitted(order);
      }
      for (Sheet sheet : attached) {
        if (sheet.isFor(itemSeq)) {
          List<Cut> likely = hasRivals(sheet, form) ? List.of() : likely(sheet, form);
          return likely.size() == 1
              ? SealPicture.of(likely.getFirst().picture(), SealPicture.Source.SHEET)
              : null;
        }
      }
      return null;
    }

    /** Another kind of seal with the same outline is to be on the same sheet. */
    private boolean hasRivals(Sheet sheet, SealForm form) {
      return carriers.stream()
              .filter(carrier -> sheet.isFor(carrier.itemSeq()))
              .flatMap(carrier -> carrier.codes().stream())
              .distinct()
              .filter(code -> hall.sealForm(code).shape() == form.shape())
              .count()
          > 1;
    }

    private List<Cut> likely(Sheet sheet, SealForm form) {
      try {
        return StampSheet.cut(
                sheet.materialCode(), sheet.format(), sheets.content(order.orderNo(), sheet), form)
            .stream()
            .filter(Cut::likely)
            .toList();
      } catch (Refusal noneFound) {
        return List.of();
      }
    }
  }
}
