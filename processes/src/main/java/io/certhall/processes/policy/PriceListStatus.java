package io.certhall.processes.policy;

import java.util.Map;

/** A hall's price list is an example until a manager confirms it. */
public final class PriceListStatus {

  private static final String PATH = "priceList.status";

  private PriceListStatus() {}

  public static boolean isExample(Map<String, String> files) {
    return settings(files).value(PATH).filter("EXAMPLE"::equals).isPresent();
  }

  /** The hall's settings with the price list confirmed. */
  public static String confirmed(Map<String, String> files) {
    return settings(files).with(PATH, "CONFIRMED").text();
  }

  private static SettingsText settings(Map<String, String> files) {
    return SettingsText.of(files.getOrDefault(PolicyFiles.SETTINGS, ""));
  }
}
