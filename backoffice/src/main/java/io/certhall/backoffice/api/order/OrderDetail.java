package io.certhall.backoffice.api.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.application.ChangeComparison;
import io.certhall.processes.attachment.AttachmentView;
import io.certhall.processes.delivery.ShipmentQuery.Shipment;
import io.certhall.processes.issuance.InboundDesk.Inbound;
import io.certhall.processes.issuance.RemoteDesk;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.order.OrderForm.AgreementForm;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import io.certhall.processes.order.OrderForm.InvoiceForm;
import io.certhall.processes.order.OrderForm.PersonForm;
import io.certhall.processes.order.OrderForm.StatementForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.review.Rejections.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of an order that its reader may see. Amounts in fen.
 *
 * @param nextAction what has to happen next, {@code mover} who does it
 * @param lines frozen at submission; of a draft as the hall charges now
 * @param comparison of a CHANGE: old and new side by side
 * @param late a revocation asked for later than the hall promises to deal with at once
 * @param dueBy until when an approved revocation has to be done; {@code overdue} when it was not
 * @param agent in clear for the owner and reviewers, else masked; so are the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderDetail(
    String orderNo,
    String hall,
    Service service,
    Holder holder,
    String applicantName,
    OrderState state,
    String stateLabel,
    PayStatus payStatus,
    ReviewStatus reviewStatus,
    DeliveryStatus deliveryStatus,
    InvoiceStatus invoiceStatus,
    NextAction nextAction,
    String nextActionLabel,
    OrderState.Mover mover,
    boolean remindable,
    int round,
    int version,
    long totalFen,
    long paidFen,
    long refundedFen,
    long dueFen,
    List<Item> items,
    List<LineBody> lines,
    List<Material> materials,
    List<Rejection> rejections,
    List<AgreementForm> agreements,
    @Nullable AgentForm agent,
    @Nullable DeliveryForm delivery,
    @Nullable InvoiceForm invoice,
    @Nullable ChangeForm change,
    @Nullable StatementForm statement,
    @Nullable PersonForm person,
    Map<String, List<String>> answers,
    @Nullable List<ChangeComparison.Row> comparison,
    boolean late,
    @Nullable Instant dueBy,
    boolean overdue,
    @Nullable Shipment shipment,
    @Nullable Inbound inboundKey,
    @Nullable List<RemoteDesk.Session> remoteSessions,
    Instant createdAt,
    Instant stateSince,
    @Nullable Instant submittedAt,
    @Nullable Instant completedAt) {

  /**
   * One certificate of the order.
   *
   * @param certificateSerial the existing certificate a service works on
   * @param issuedSerial the signing certificate that was issued
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      int seq,
      CertificateType type,
      @Nullable String personId,
      @Nullable String personName,
      int years,
      List<String> seals,
      boolean secondary,
      ItemStatus status,
      @Nullable String mediumSerial,
      @Nullable String certificateSerial,
      @Nullable String issuedSerial) {}

  /** A document the order must or may bring, and what is attached. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Material(
      String code,
      String label,
      boolean required,
      List<String> formats,
      long maxBytes,
      @Nullable String template,
      @Nullable String sample,
      @Nullable AttachmentView attached) {}
}
