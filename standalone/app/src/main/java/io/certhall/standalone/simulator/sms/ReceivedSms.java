package io.certhall.standalone.simulator.sms;

import java.time.Instant;

/** A message as the phone shows it, with what the provider knows about it. */
record ReceivedSms(
    Instant at, String phone, String template, String text, String outId, String bizId) {}
