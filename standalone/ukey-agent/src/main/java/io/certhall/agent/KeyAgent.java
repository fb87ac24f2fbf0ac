package io.certhall.agent;

import io.certhall.agent.token.KeyWork;
import io.certhall.agent.token.Mechanisms;
import io.certhall.agent.token.PinCounter;
import io.certhall.agent.token.TokenFault;
import io.certhall.agent.token.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** The key agent: lets the pages of allowed halls work with the key on this machine. */
public final class KeyAgent {

  private static final int MOST_WRONG_PINS = 10;

  private KeyAgent() {}

  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = System.out;
    try (AgentServer server = start(AgentOptions.of(arguments), out)) {
      out.println("介质助手已启动 / key agent at http://127.0.0.1:" + server.port());
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException | TokenFault e) {
      System.err.println("certhall agent: " + e.getMessage());
      System.exit(2);
    } catch (IOException e) {
      System.err.println("certhall agent: --port: cannot listen: " + e.getMessage());
      System.exit(2);
    }
  }

  static AgentServer start(AgentOptions options, PrintStream out) throws IOException {
    Tokens tokens =
        new Tokens(
            options.library(),
            new PinCounter(options.data().resolve("wrong-pins.properties"), MOST_WRONG_PINS));
    Clock clock = Clock.systemUTC();
    KeyWork work =
        new KeyWork(
            tokens,
            Mechanisms.withSm2(options.sm2().get(0), options.sm2().get(1), options.sm2().get(2)));
    HallGrants grants =
        new HallGrants(new HallKeys()::of, options.data().resolve("used-grants"), clock);
    Pairing pairing = new Pairing(clock, code -> out.println("配对码 / pairing code: " + code));
    return new AgentServer(
        options.port(), options.halls(), pairing, new AgentCalls(tokens, work, grants));
  }
}
