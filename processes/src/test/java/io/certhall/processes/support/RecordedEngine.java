package io.certhall.processes.support;

import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.engine.ProcessEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Primary;

/** Takes every command and does nothing; what was sent can be asked for. */
@Primary
public class RecordedEngine implements ProcessEngine {

  private final List<EngineCommand> commands = new CopyOnWriteArrayList<>();
  private final AtomicLong keys = new AtomicLong(2_251_799_813_685_249L);

  @Override
  public long deploy(String resourceName, String bpmnXml) {
    return keys.incrementAndGet();
  }

  @Override
  public CompletionStage<Void> send(EngineCommand command) {
    commands.add(command);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> extendStep(long jobKey, Duration lease) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  /** Commands with this business key, in the order in which they were sent. */
  public List<EngineCommand> sentFor(String businessKey) {
    return commands.stream().filter(command -> command.businessKey().equals(businessKey)).toList();
  }
}
