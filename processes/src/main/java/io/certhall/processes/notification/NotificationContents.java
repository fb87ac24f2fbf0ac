package io.certhall.processes.notification;

import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What messages say, encrypted for the table and back. */
@Component
class NotificationContents {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final PersonalData personalData;

  NotificationContents(PersonalData personalData) {
    this.personalData = personalData;
  }

  byte[] seal(NotificationContent content) {
    return personalData.encryptBytes(Column.NOTIFICATION_PARAMS, JSON.writeValueAsBytes(content));
  }

  NotificationContent open(byte[] sealed) {
    return JSON.readValue(
        personalData.decryptBytes(Column.NOTIFICATION_PARAMS, sealed), NotificationContent.class);
  }
}
