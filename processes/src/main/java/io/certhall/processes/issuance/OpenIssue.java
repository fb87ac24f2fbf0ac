package io.certhall.processes.issuance;

import java.util.List;
import java.util.Map;

/**
 * What is left to issue of an order.
 *
 * @param items certificates that are not issued yet; empty when a first delivery did it all
 * @param reserved what a first delivery left behind, by item
 */
public record OpenIssue(List<IssuingItem> items, Map<Integer, Reservation> reserved) {

  public OpenIssue {
    items = List.copyOf(items);
    reserved = Map.copyOf(reserved);
  }
}
