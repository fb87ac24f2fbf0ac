package io.certhall.processes.notification;

/** Sends text messages through a provider. */
public interface SmsGateway {

  /**
   * @throws SmsFault passing or permanent
   */
  SmsReceipt send(SmsMessage message);
}
