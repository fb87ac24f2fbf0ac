package io.certhall.bpmn;

import java.util.HashMap;
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
 */
public record ItemFacts(
    String service, String holder, String type, int years, int seals, boolean secondary) {

  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("service", service);
    variables.put("holder", holder);
    variables.put("type", type);
    variables.put("years", years);
    variables.put("seals", seals);
    variables.put("secondary", secondary);
    return variables;
  }
}
