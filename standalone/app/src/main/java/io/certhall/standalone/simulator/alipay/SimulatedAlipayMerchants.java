package io.certhall.standalone.simulator.alipay;

import io.certhall.backoffice.payment.alipay.AlipaySettings;
import io.certhall.standalone.simulator.OwnerOnlyFiles;
import io.certhall.standalone.simulator.SimulatorRsaKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each hall and the provider agreed on: the platform's key pair and, hall by hall, an
 * application with a key pair of its own, made when the hall is first asked for.
 */
public final class SimulatedAlipayMerchants {

  private static final Pattern HALL = Pattern.compile("[a-z0-9-]{1,32}");
  private static final String KEY_FILE = "app-key.pem";
  private static final int NUMBER_DIGITS = 12;

  /** One hall's application; its numbers follow from the hall's code. */
  public record Merchant(String hall, String appId, String sellerId, KeyPair keys) {

    @Override
    public String toString() {
      return "Merchant[hall=%s, appId=%s]".formatted(hall, appId);
    }
  }

  private final Path folder;
  private final KeyPair platform;
  private final Map<String, Merchant> byHall = new ConcurrentHashMap<>();
  private final Map<String, Merchant> byAppId = new ConcurrentHashMap<>();

  /**
   * @param folder {@code simulators/alipay} of the data folder
   */
  public SimulatedAlipayMerchants(Path folder) {
    this.folder = folder;
    OwnerOnlyFiles.createFolder(folder);
    this.platform = SimulatorRsaKey.loadOrCreate(folder.resolve("platform-key.pem"));
    try (Stream<Path> known = Files.list(folder)) {
      known
          .filter(path -> Files.exists(path.resolve(KEY_FILE)))
          .forEach(path -> of(path.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  public KeyPair platform() {
    return platform;
  }

  public Merchant of(String hall) {
    if (!HALL.matcher(hall).matches()) {
      throw new IllegalArgumentException("not a hall's code: " + hall);
    }
    return byHall.computeIfAbsent(hall, this::open);
  }

  Optional<Merchant> application(String appId) {
    return Optional.ofNullable(byAppId.get(appId));
  }

  /** Settings with which the hall's gateway talks to this simulator instead of the provider. */
  public AlipaySettings gatewaySettings(String hall, URI simulator) {
    Merchant merchant = of(hall);
    return new AlipaySettings(
        merchant.appId(),
        merchant.sellerId(),
        merchant.keys().getPrivate(),
        platform.getPublic(),
        simulator);
  }

  private Merchant open(String hall) {
    Path own = folder.resolve(hall);
    OwnerOnlyFiles.createFolder(own);
    String digits = digits(hall);
    Merchant merchant =
        new Merchant(
            hall,
            "2021" + digits,
            "2088" + digits,
            SimulatorRsaKey.loadOrCreate(own.resolve(KEY_FILE)));
    byAppId.put(merchant.appId(), merchant);
    return merchant;
  }

  private static String digits(String hall) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(hall.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).toString().substring(0, NUMBER_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
