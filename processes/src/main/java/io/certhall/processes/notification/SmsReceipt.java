package io.certhall.processes.notification;

/**
 * The provider took the message.
 *
 * @param providerId the provider's number for it
 */
public record SmsReceipt(String providerId) {}
