package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Problem;
import java.util.List;

/** One page of an application form. */
interface DraftStep {

  Component content();

  /** The form with what is on this page now. */
  OrderForm fill(OrderForm form);

  /** What this page itself refuses, before anything is saved. */
  default List<Problem> problems() {
    return List.of();
  }

  /** Shows what is wrong, at the fields and on top. */
  void show(List<Problem> problems);

  /** Puts the focus where a problem's path points to. */
  void focus(String path);
}
