package io.certhall.agent;

import io.certhall.agent.token.KeyWork;
import io.certhall.agent.token.Mechanisms;
import io.certhall.agent.token.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The agent with SoftHSM2, started once for all test classes: the library sees only the tokens that
 * were there when it was loaded.
 */
final class RunningAgent implements BeforeAllCallback {

  static final TestHall HALL = new TestHall();
  private static final int TOKENS = 30;

  private static final AtomicReference<String> shown = new AtomicReference<>("");
  private static final Deque<String> unused = new ArrayDeque<>();
  private static int port;
  private static Path folder = Path.of("");

  @Override
  public void beforeAll(ExtensionContext context) {
    Path library = SoftKeys.library();
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(RunningAgent.class, key -> start(library), AgentServer.class);
  }

  private static AgentServer start(Path library) {
    try {
      SoftKeys.prepare(TOKENS);
      folder = Files.createTempDirectory(SoftKeys.folder(), "agent");
      Tokens tokens = new Tokens(library, SoftKeys.counter(folder));
      tokens.plugged().forEach(token -> unused.add(token.serial()));
      AgentServer server =
          new AgentServer(
              0,
              Set.of(AgentTest.HALL),
              new Pairing(Clock.systemUTC(), shown::set),
              new AgentCalls(
                  tokens,
                  new KeyWork(tokens, Mechanisms.withSm2(1, 2, 3)),
                  new HallGrants(
                      origin -> HALL.grantKey(), folder.resolve("used"), Clock.systemUTC())));
      port = server.port();
      return server;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  /** Where it keeps its notes. */
  Path folder() {
    return folder;
  }

  /** The pairing code the agent shows. */
  String code() {
    return shown.get();
  }

  /** A token no test has used. */
  String freshToken() {
    return unused.pop();
  }
}
