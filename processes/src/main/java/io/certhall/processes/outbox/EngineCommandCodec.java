package io.certhall.processes.outbox;

import io.certhall.processes.engine.EngineCommand;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Engine commands as rows: a kind and a JSON payload. */
@Component
class EngineCommandCodec {

  private static final String START = "START";
  private static final String COMPLETE = "COMPLETE";
  private static final String CANCEL = "CANCEL";
  private static final String RETRY = "RETRY";

  private final JsonMapper json = JsonMapper.builder().build();

  String kind(EngineCommand command) {
    return switch (command) {
      case EngineCommand.StartOrder start -> START;
      case EngineCommand.CompleteStep complete -> COMPLETE;
      case EngineCommand.CancelInstance cancel -> CANCEL;
      case EngineCommand.RetryJob retry -> RETRY;
    };
  }

  String payload(EngineCommand command) {
    return json.writeValueAsString(command);
  }

  EngineCommand command(String kind, String payload) {
    Class<? extends EngineCommand> type =
        switch (kind) {
          case START -> EngineCommand.StartOrder.class;
          case COMPLETE -> EngineCommand.CompleteStep.class;
          case CANCEL -> EngineCommand.CancelInstance.class;
          case RETRY -> EngineCommand.RetryJob.class;
          default -> throw new IllegalStateException("unknown outbox kind " + kind);
        };
    return json.readValue(payload, type);
  }
}
