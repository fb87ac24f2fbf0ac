package io.certhall.standalone.simulator.sms;

import io.certhall.standalone.simulator.JsonLinesFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every message received, on the disk before it counts; one for each {@code OutId}. */
final class Phones implements AutoCloseable {

  private final JsonLinesFile<ReceivedSms> file;
  private final List<ReceivedSms> messages = new ArrayList<>();
  private final Map<String, ReceivedSms> byOutId = new HashMap<>();

  Phones(JsonLinesFile<ReceivedSms> file) {
    this.file = file;
    file.read().forEach(this::keep);
  }

  /** The message already received under this id, or the new one. */
  synchronized ReceivedSms receive(String outId, Supplier<ReceivedSms> message) {
    ReceivedSms known = outId.isEmpty() ? null : byOutId.get(outId);
    if (known != null) {
      return known;
    }
    ReceivedSms received = message.get();
    file.append(received);
    keep(received);
    return received;
  }

  /**
   * @param phone null or empty for all; newest first
   */
  synchronized List<ReceivedSms> messages(@Nullable String phone) {
    return messages.reversed().stream()
        .filter(
            message -> phone == null || phone.isBlank() || message.phone().equals(phone.strip()))
        .toList();
  }

  private void keep(ReceivedSms message) {
    messages.add(message);
    if (!message.outId().isEmpty()) {
      byOutId.put(message.outId(), message);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
