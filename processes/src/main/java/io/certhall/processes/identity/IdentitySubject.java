package io.certhall.processes.identity;

import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose identity is checked: the operator of an organisation, or the person who applies for
 * himself.
 */
record IdentitySubject(Who who, String name, String idNo, @Nullable String phone) {

  /** In which part of the form the subject stands. */
  public enum Who {
    OPERATOR,
    HOLDER
  }

  static IdentitySubject of(Order order, OrderForm.Contact contact) {
    OrderForm.PersonForm person = contact.person();
    if (order.holder() == Holder.PERSON
        && person != null
        && person.name() != null
        && person.idNo() != null) {
      return new IdentitySubject(Who.HOLDER, person.name(), person.idNo(), person.phone());
    }
    OrderForm.AgentForm agent = contact.agent();
    if (agent == null || agent.name() == null || agent.idNo() == null) {
      throw Refusal.conflict("IDENTITY_NOBODY");
    }
    return new IdentitySubject(
        order.holder() == Holder.PERSON ? Who.HOLDER : Who.OPERATOR,
        agent.name(),
        agent.idNo(),
        agent.phone());
  }

  boolean is(String otherName, String otherIdNo) {
    return plain(name).equals(plain(otherName)) && plain(idNo).equals(plain(otherIdNo));
  }

  /** Without blanks; the middle dot of names is written in several ways. */
  static String plain(String text) {
    return text.replaceAll("\\s", "").replace('•', '·').replace('．', '·').toUpperCase(Locale.ROOT);
  }

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "IdentitySubject[" + who + "]";
  }
}
