package io.certhall.workers.job;

import io.certhall.processes.engine.EngineFault;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.workers.ca.fault.CaFault;
import java.sql.SQLTransientException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The only place that decides what the failure of a job means. */
sealed interface JobFailure {

  String message();

  /** The diagram draws what happens next. */
  record Business(String errorCode, String message) implements JobFailure {}

  /** The same work may succeed later. */
  record Passing(String message) implements JobFailure {}

  /** It won't: a person has to look. */
  record Permanent(String message) implements JobFailure {}

  static JobFailure of(Throwable error) {
    String message = error.getClass().getSimpleName() + ": " + error.getMessage();
    return switch (error) {
      case BusinessOutcome outcome -> new Business(outcome.errorCode(), message);
      // Someone else moved first; reading again tells what is left to do.
      case Refusal refusal when refusal.kind() == RefusalKind.CONFLICT -> new Passing(message);
      case Refusal refusal -> new Permanent(message);
      case CaFault fault -> new Permanent(message);
      case EngineFault fault when fault.isPassing() -> new Passing(message);
      case TransientDataAccessException transientFault -> new Passing(message);
      case DuplicateKeyException duplicate -> new Passing(message);
      case DataAccessResourceFailureException away -> new Passing(message);
      case CannotCreateTransactionException away -> new Passing(message);
      default -> causedByTransience(error) ? new Passing(message) : new Permanent(message);
    };
  }

  private static boolean causedByTransience(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException
          || cause instanceof java.sql.SQLNonTransientConnectionException
          || cause instanceof java.io.IOException) {
        return true;
      }
    }
    return false;
  }
}
