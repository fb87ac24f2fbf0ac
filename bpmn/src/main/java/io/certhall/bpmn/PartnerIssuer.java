package io.certhall.bpmn;

import java.util.List;

/**
 * Another issuer whose keys may log in here; an entry of {@code partnerIssuers} of {@code
 * hall.yaml}.
 *
 * @param certificates PEM of its issuing CAs; with none, no key of it is accepted
 * @param creditCodeIn object identifiers of the extensions and subject attributes that hold the
 *     unit's credit code
 */
public record PartnerIssuer(
    String code, LocalText name, List<String> certificates, List<String> creditCodeIn) {

  /** GM/T 0015 organisation code, organizationIdentifier, serialNumber. */
  static final List<String> USUAL_PLACES = List.of("1.2.156.10260.4.1.4", "2.5.4.97", "2.5.4.5");

  static PartnerIssuer read(YamlNode node) {
    return new PartnerIssuer(
        node.text("code"),
        node.local("name"),
        node.find("certificates").map(YamlNode::texts).orElse(List.of()),
        node.find("creditCodeIn").map(YamlNode::texts).orElse(USUAL_PLACES));
  }
}
