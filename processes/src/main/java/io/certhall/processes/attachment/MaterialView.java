package io.certhall.processes.attachment;

import io.certhall.bpmn.MaterialItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document the order must or may bring.
 *
 * @param formats lower-case extensions
 * @param template form the hall fills in for printing, if any
 * @param sample example to look at, if any
 * @param attached the file in force, if there is one
 */
public record MaterialView(
    String code,
    String labelZh,
    String labelEn,
    boolean required,
    List<String> formats,
    long maxBytes,
    @Nullable String template,
    @Nullable String sample,
    @Nullable AttachmentView attached) {

  static MaterialView of(MaterialItem item, @Nullable AttachmentView attached) {
    return new MaterialView(
        item.code(),
        item.labelZh(),
        item.labelEn(),
        item.required(),
        item.formats(),
        item.maxBytes(),
        item.template(),
        item.sample(),
        attached);
  }
}
