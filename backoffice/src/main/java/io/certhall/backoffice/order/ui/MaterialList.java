package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.security.Actor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The documents of an order, one file each (GS-53..62). */
class MaterialList extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Attachments attachments;
  private final transient MaterialPapers papers;
  private final transient Actor actor;
  private final String orderNo;
  private final boolean editable;
  private final transient Runnable changed;
  private final Map<String, MaterialRow> rows = new LinkedHashMap<>();

  MaterialList(
      Attachments attachments,
      MaterialPapers papers,
      Actor actor,
      String orderNo,
      boolean editable,
      Runnable changed) {
    this.attachments = attachments;
    this.papers = papers;
    this.actor = actor;
    this.orderNo = orderNo;
    this.editable = editable;
    this.changed = changed;
    addClassName("rows");
    for (MaterialView material : attachments.materials(actor, orderNo)) {
      MaterialRow row =
          new MaterialRow(attachments, papers, actor, orderNo, material, editable, this::refresh);
      rows.put(material.code(), row);
      add(row);
    }
  }

  boolean isComplete() {
    return rows.values().stream().allMatch(MaterialRow::isSatisfied);
  }

  int missing() {
    return (int) rows.values().stream().filter(row -> !row.isSatisfied()).count();
  }

  void showError(String code, String message) {
    MaterialRow row = rows.get(code);
    if (row != null) {
      row.showError(message);
    }
  }

  void bringIntoView(String code) {
    MaterialRow row = rows.get(code);
    if (row != null) {
      ErrorSummary.bringIntoView(row);
    }
  }

  private void refresh() {
    for (MaterialView material : attachments.materials(actor, orderNo)) {
      MaterialRow row = rows.get(material.code());
      if (row != null) {
        row.show(material);
      }
    }
    changed.run();
  }
}
