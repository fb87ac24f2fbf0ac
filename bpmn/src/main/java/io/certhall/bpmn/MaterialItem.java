package io.certhall.bpmn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document an order needs.
 *
 * @param code unique within the order; per-certificate items carry {@code -<seq>}
 * @param formats lower-case extensions, e.g. pdf, jpg
 * @param maxBytes largest file
 * @param template a form the hall fills in for printing, if any
 * @param sample an example to look at, if any
 */
public record MaterialItem(
    String code,
    String labelZh,
    String labelEn,
    boolean required,
    List<String> formats,
    long maxBytes,
    @Nullable String template,
    @Nullable String sample,
    int itemSeq) {}
