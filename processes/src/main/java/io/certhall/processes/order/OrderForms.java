package io.certhall.processes.order;

import io.certhall.db.generated.tables.records.CertificateOrderRecord;
import java.util.List;

/** Orders as the applicant's side writes them. Writes need an open transaction. */
public interface OrderForms extends Orders {

  void insert(CertificateOrderRecord order, OrderForm form);

  /** The change that stores the form's agent, delivery and invoice data, encrypted. */
  OrderChange contact(OrderForm form);

  /** The change that stores these data instead. */
  OrderChange sealed(OrderForm.Contact contact);

  void insertItems(String orderNo, List<OrderForm.ItemForm> items);

  void replaceItems(String orderNo, List<OrderForm.ItemForm> items);

  /** The prices of the round that begins; the first finds none to replace. */
  void replaceLines(Order order, List<Order.Line> lines);
}
