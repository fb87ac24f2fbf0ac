package io.certhall.processes.support;

import io.certhall.processes.account.VerificationCodeSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;

/** The phones of all tests: keeps every code that was sent. */
@Primary
public class RecordedCodes implements VerificationCodeSender {

  private final List<SentCode> sent = new CopyOnWriteArrayList<>();

  @Override
  public void send(String hall, String purpose, String phone, String code, int minutes) {
    sent.add(new SentCode(hall, purpose, phone, code, minutes));
  }

  public List<SentCode> to(String phone) {
    return sent.stream().filter(code -> code.phone().equals(phone)).toList();
  }

  /** The latest code on that phone. */
  public String latest(String phone) {
    return to(phone).getLast().code();
  }

  /** One text message. */
  public record SentCode(String hall, String purpose, String phone, String code, int minutes) {}
}
