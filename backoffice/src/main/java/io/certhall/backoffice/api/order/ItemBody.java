package io.certhall.backoffice.api.order;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One certificate applied for.
 *
 * @param type may be left out with a {@code certificateSerial}
 * @param personId for types that name a person
 * @param copies 1 when left out
 */
public record ItemBody(
    @Nullable CertificateType type,
    @Nullable Long personId,
    @Nullable Integer years,
    @Nullable Integer copies,
    @Nullable List<@Nullable String> seals,
    @Nullable Boolean secondary,
    @Nullable String certificateSerial) {

  /** However many a hall allows, more copies than this are not even looked at. */
  private static final int MOST_COPIES = 50;

  private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]{1,40}");

  /**
   * @param mostItems the hall's limit, named when far too many copies are asked for
   * @throws Refusal with every item that can't be read as one
   */
  public static List<ItemForm> forms(List<@Nullable ItemBody> items, int mostItems) {
    List<Problem> missing = new ArrayList<>();
    List<ItemForm> forms = new ArrayList<>();
    long copies = 0;
    for (int i = 0; i < items.size(); i++) {
      ItemBody item = items.get(i);
      String path = "items[" + i + "]";
      if (item == null) {
        missing.add(Problem.of(path, "FIELD_REQUIRED"));
      } else if (item.type() == null && item.certificateSerial() == null) {
        missing.add(Problem.of(path + ".type", "FIELD_REQUIRED"));
      } else if (item.seals() != null && item.seals().contains(null)) {
        missing.add(Problem.of(path + ".seals", "FIELD_REQUIRED"));
      } else if (item.certificateSerial() != null
          && !SERIAL.matcher(item.certificateSerial()).matches()) {
        missing.add(Problem.of(path + ".certificateSerial", "CERTIFICATE_UNKNOWN"));
      } else {
        int number = item.copies() == null ? 1 : item.copies();
        if (number < 1) {
          throw Refusal.rule(path + ".copies", "COPIES_POSITIVE");
        }
        copies += number;
        forms.add(item.form(number));
      }
    }
    Refusal.unlessEmpty(RefusalKind.MALFORMED, missing);
    if (copies > MOST_COPIES) {
      throw Refusal.rule("items", "LIMIT_COPIES", mostItems);
    }
    return forms;
  }

  private ItemForm form(int number) {
    return new ItemForm(
        type,
        personId,
        years == null ? 0 : years,
        number,
        seals == null ? List.of() : seals.stream().map(String::valueOf).toList(),
        Boolean.TRUE.equals(secondary),
        certificateSerial);
  }
}
