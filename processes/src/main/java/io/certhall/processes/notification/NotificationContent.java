package io.certhall.processes.notification;

import java.util.Map;

/** What a stored message says, in both languages, and the values its provider's template needs. */
public record NotificationContent(String zh, String en, Map<String, String> values) {}
