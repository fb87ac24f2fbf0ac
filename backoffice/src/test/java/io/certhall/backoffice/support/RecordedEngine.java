package io.certhall.backoffice.support;

import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.engine.ProcessEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Primary;

/** Stands for the engine: keeps what it was told and does nothing. */
@Primary
public class RecordedEngine implements ProcessEngine {

  private final AtomicLong keys = new AtomicLong(1);
  private final List<EngineCommand> commands = new CopyOnWriteArrayList<>();

  @Override
  public long deploy(String resourceName, String bpmnXml) {
    return keys.getAndIncrement();
  }

  @Override
  public CompletionStage<Void> send(EngineCommand command) {
    commands.add(command);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> extendStep(long jobKey, Duration lease) {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  public List<EngineCommand> commands() {
    return List.copyOf(commands);
  }
}
