package io.certhall.standalone.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages that a phone got. */
final class Phone {

  private static final Pattern CODE = Pattern.compile("\\d{6}");

  private final HallClient hall;
  private final String number;

  Phone(HallClient hall, String number) {
    this.hall = hall;
    this.number = number;
  }

  String number() {
    return number;
  }

  String code() {
    String text = awaitMessage("验证码");
    Matcher found = CODE.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no code in " + text);
    }
    return found.group();
  }

  String awaitMessage(String part) {
    await()
        .alias("a message with " + part + " to " + number)
        .atMost(Duration.ofSeconds(60))
        .until(() -> texts().stream().anyMatch(text -> text.contains(part)));
    return texts().stream().filter(text -> text.contains(part)).findFirst().orElseThrow();
  }

  List<String> texts() {
    return hall.items(null, "/simulators/sms?phone=" + number)
        .map(message -> message.get("text").asString())
        .toList();
  }
}
