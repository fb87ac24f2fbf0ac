package io.certhall.backoffice.api.support;

import io.certhall.backoffice.support.FreshNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies of requests as a platform would send them. */
public final class Bodies {

  private Bodies() {}

  public static Map<String, Object> item(String type, String... seals) {
    return new HashMap<>(
        Map.of("type", type, "years", 1, "copies", 1, "seals", List.of((Object[]) seals)));
  }

  /** An organisation certificate with three seals: 650 yuan. */
  public static Map<String, Object> orgItem() {
    return item("ORG", "OFFICIAL", "FINANCE", "CONTRACT");
  }

  /** A complete order to be sent by courier. */
  @SafeVarargs
  public static Map<String, Object> order(Map<String, Object>... items) {
    Map<String, Object> body = new HashMap<>();
    body.put("hall", Scenes.HALL);
    body.put("service", "NEW");
    body.put("holder", "ORGANISATION");
    List<Map<String, Object>> listed = new ArrayList<>();
    for (Map<String, Object> item : items) {
      listed.add(item);
    }
    body.put("items", listed);
    body.put(
        "agent",
        Map.of(
            "name",
            "李四",
            "idNo",
            FreshNumbers.idNo(),
            "phone",
            FreshNumbers.phone(),
            "email",
            "agent@example.com"));
    body.put(
        "delivery",
        Map.of(
            "method",
            "COURIER",
            "recipient",
            "李四",
            "phone",
            FreshNumbers.phone(),
            "region",
            "甘肃省/兰州市/城关区",
            "address",
            "东岗西路1号"));
    body.put("invoice", Map.of("kind", "NONE"));
    body.put(
        "agreements",
        List.of(
            Map.of(
                "code",
                "SERVICE",
                "version",
                "2026-1",
                "acceptedAt",
                "2026-11-20T10:00:00+08:00")));
    return body;
  }
}
