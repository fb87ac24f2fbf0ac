package io.certhall.workers.notification;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.notification.StepReminders;
import io.certhall.workers.job.OrderJobHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A timer of the policy reminds; the header {@code message} names the words. */
@Component
class SendReminderHandler implements OrderJobHandler {

  private final StepReminders reminders;

  SendReminderHandler(StepReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public String jobType() {
    return "send-reminder";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    String message = job.headers().get("message");
    if (message == null) {
      throw new IllegalArgumentException(job.elementId() + " needs the header message");
    }
    reminders.remind(job.orderNo(), job.round(), job.elementId(), message);
    return Map.of();
  }
}
