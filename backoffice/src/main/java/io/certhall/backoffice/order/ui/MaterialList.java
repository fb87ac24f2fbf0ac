package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.attachment.MaterialView;
import io.certhall.processes.security.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents of an order, one file each (GS-53..62). */
class MaterialList extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Attachments attachments;
  private final transient Actor actor;
  private final String orderNo;
  private final transient Runnable changed;
  private final Map<String, MaterialRow> rows = new LinkedHashMap<>();

  MaterialList(
      Attachments attachments,
      MaterialPapers papers,
      Actor actor,
      String orderNo,
      String hall,
      boolean editable,
      Runnable changed) {
    this.attachments = attachments;
    this.actor = actor;
    this.orderNo = orderNo;
    this.changed = changed;
    addClassName("rows");
    for (MaterialView material : attachments.materials(actor, orderNo)) {
      MaterialRow row =
          new MaterialRow(
              attachments,
              actor,
              orderNo,
              material,
              editable ? papers.of(actor, orderNo, hall, material) : List.of(),
              editable && papers.isHandwritten(hall, material),
              editable,
              this::refresh);
      rows.put(material.code(), row);
      add(row);
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
