package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm.PersonForm;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody said of himself before he was handed over to a vendor's hall (SZ-03). */
@Component
@VaadinSessionScope
public class Handover {

  private @Nullable Applicant applicant;
  private String hall = "";

  /**
   * Who wants a certificate.
   *
   * @param number of his document: credit code or identity number
   */
  public record Applicant(Holder holder, String name, String number) {

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
      return "Applicant[" + holder + "]";
    }
  }

  void to(String vendorHall, Applicant who) {
    hall = vendorHall;
    applicant = who;
  }

  /** What he chose, where the hall serves it. */
  public Holder holder(String askedHall, List<Holder> served, Holder otherwise) {
    return at(askedHall).map(Applicant::holder).filter(served::contains).orElse(otherwise);
  }

  /** An individual need not say again who he is. */
  public @Nullable PersonForm person(String askedHall, Holder holder) {
    return at(askedHall)
        .filter(who -> holder == Holder.PERSON && who.holder() == holder)
        .map(
            who ->
                new PersonForm(who.name(), IdentityDocument.RESIDENT_ID, who.number(), null, null))
        .orElse(null);
  }

  private Optional<Applicant> at(String askedHall) {
    return Optional.ofNullable(applicant).filter(who -> hall.equals(askedHall));
  }
}
