package io.certhall.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free loopback ports below the range from which the system picks the ports of outgoing
 * connections, so that nobody takes one between the choice and its use.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 2_000;

  private FreePorts() {}

  public static int one() {
    return several(1).getFirst();
  }

  public static List<Integer> several(int count) {
    var chosen = new ArrayList<Integer>();
    for (int attempt = 0; attempt < ATTEMPTS && chosen.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (!chosen.contains(port) && isFree(port)) {
        chosen.add(port);
      }
    }
    if (chosen.size() < count) {
      throw new LocalPartException(PartsText.of("ports.none", FIRST, LAST));
    }
    return List.copyOf(chosen);
  }

  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
