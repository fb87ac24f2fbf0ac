package io.certhall.bpmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tables of a policy may ask about one certificate of an order.
 *
 * @param service e.g. NEW
 * @param holder ORGANISATION or PERSON
 * @param type certificate type code
 * @param years whole years
 * @param seals number of seals
 * @param secondary a secondary lock
 * @param changes what changes, of NAME, LEGAL_REP and SEAL; for the service CHANGE
 */
public record ItemFacts(
    String service,
    String holder,
    String type,
    int years,
    int seals,
    boolean secondary,
    List<String> changes) {

  public ItemFacts {
    changes = List.copyOf(changes);
  }

  public ItemFacts(
      String service, String holder, String type, int years, int seals, boolean secondary) {
    this(service, holder, type, years, seals, secondary, List.of());
  }

  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("service", service);
    variables.put("holder", holder);
    variables.put("type", type);
    variables.put("years", years);
    variables.put("seals", seals);
    variables.put("secondary", secondary);
    variables.put("changes", changes);
    return variables;
  }
}
