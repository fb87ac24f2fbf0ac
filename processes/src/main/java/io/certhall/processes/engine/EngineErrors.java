package io.certhall.processes.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The only place that decides what an engine error means. */
final class EngineErrors {

  private EngineErrors() {}

  /** A command about something that no longer exists has been carried out before. */
  static boolean meansAlreadyDone(EngineCommand command, Throwable error) {
    Status.Code code = codeOf(error);
    return switch (command) {
      case EngineCommand.StartOrder start -> code == Status.Code.ALREADY_EXISTS;
      case EngineCommand.CompleteStep complete -> code == Status.Code.NOT_FOUND;
      case EngineCommand.CancelInstance cancel -> code == Status.Code.NOT_FOUND;
      case EngineCommand.RetryJob retry -> code == Status.Code.NOT_FOUND;
    };
  }

  static EngineFault fault(String doing, Throwable error) {
    Throwable cause = unwrap(error);
    Status.Code code = codeOf(cause);
    EngineFault.Kind kind =
        switch (code) {
          case RESOURCE_EXHAUSTED -> EngineFault.Kind.BUSY;
          case NOT_FOUND -> EngineFault.Kind.NOT_DEPLOYED;
          case INVALID_ARGUMENT,
              FAILED_PRECONDITION,
              PERMISSION_DENIED,
              UNAUTHENTICATED,
              UNIMPLEMENTED ->
              EngineFault.Kind.PERMANENT;
          case null, default -> EngineFault.Kind.AWAY;
        };
    return new EngineFault(kind, doing + ": " + cause.getMessage(), cause);
  }

  static boolean isNotFound(Throwable error) {
    return codeOf(error) == Status.Code.NOT_FOUND;
  }

  private static Status.@Nullable Code codeOf(Throwable error) {
    return unwrap(error) instanceof ClientStatusException status ? status.getStatusCode() : null;
  }

  private static Throwable unwrap(Throwable error) {
    Throwable cause = error;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
