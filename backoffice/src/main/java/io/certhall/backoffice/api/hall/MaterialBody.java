package io.certhall.backoffice.api.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.backoffice.api.Language;
import io.certhall.bpmn.MaterialItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document an order needs.
 *
 * @param itemSeq the certificate it belongs to; 0 for the whole order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MaterialBody(
    String code,
    String label,
    boolean required,
    List<String> formats,
    long maxBytes,
    @Nullable String template,
    @Nullable String sample,
    int itemSeq) {

  static MaterialBody of(MaterialItem item, Language language) {
    return new MaterialBody(
        item.code(),
        language == Language.EN ? item.labelEn() : item.labelZh(),
        item.required(),
        item.formats(),
        item.maxBytes(),
        item.template(),
        item.sample(),
        item.itemSeq());
  }
}
