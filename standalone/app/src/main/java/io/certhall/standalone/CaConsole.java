package io.certhall.standalone;

import io.certhall.workers.ceremony.CaCommand;
import io.certhall.workers.ceremony.CeremonyDesk;
import io.certhall.workers.ceremony.CommandRefused;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code certhall ca}: the key ceremony at a terminal. */
final class CaConsole implements CeremonyDesk {

  private CaConsole() {}

  static void main(String... args) {
    try {
      new CaCommand(new CaConsole(), Clock.systemUTC())
          .run(List.of(args), RunOptions.parse().data());
    } catch (CommandRefused e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void say(String line) {
    Console.say(line);
  }

  @Override
  public char @Nullable [] password(String prompt) {
    java.io.Console terminal = System.console();
    return terminal == null ? null : terminal.readPassword("%s", prompt);
  }
}
