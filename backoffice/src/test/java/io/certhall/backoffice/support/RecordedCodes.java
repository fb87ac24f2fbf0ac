package io.certhall.backoffice.support;

import io.certhall.processes.account.VerificationCodeSender;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;

/** The phones of all tests: keeps the latest code of each. */
@Primary
public class RecordedCodes implements VerificationCodeSender {

  private final Map<String, String> latest = new ConcurrentHashMap<>();

  @Override
  public void send(String hall, String purpose, String phone, String code, int minutes) {
    latest.put(phone, code);
  }

  public Optional<String> latest(String phone) {
    return Optional.ofNullable(latest.get(phone));
  }
}
