package io.certhall.workers.notification;

import io.certhall.processes.notification.SmsFault;
import io.certhall.processes.notification.SmsGateway;
import io.certhall.processes.notification.SmsMessage;
import io.certhall.processes.notification.SmsReceipt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that answers each phone as the test says; without a word it takes everything. */
class ScriptedSms implements SmsGateway {

  private final Map<String, Deque<SmsFault>> faults = new ConcurrentHashMap<>();
  private final List<SmsMessage> asked = new CopyOnWriteArrayList<>();

  void failsFor(String phone, SmsFault... inOrder) {
    faults.put(phone, new ArrayDeque<>(List.of(inOrder)));
  }

  List<SmsMessage> askedFor(String phone) {
    return asked.stream().filter(message -> message.phone().equals(phone)).toList();
  }

  @Override
  public SmsReceipt send(SmsMessage message) {
    asked.add(message);
    Deque<SmsFault> left = faults.get(message.phone());
    if (left != null && !left.isEmpty()) {
      throw left.poll();
    }
    return new SmsReceipt("biz-" + message.idempotencyKey());
  }
}
