package io.certhall.standalone.simulator.identity;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.JsonLinesFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows everybody, except those whose number was given another answer; keeps a list of what was
 * asked, with the fee, and never the whole number.
 */
@Component
@ConditionalOnSimulators
class PersonRegister {

  /** What the register says of a number. */
  enum Answer {
    MATCH("1"),
    MISMATCH("2"),
    NO_RECORD("3"),
    /** No answer in time. */
    TIMEOUT(""),
    /** The provider's own trouble. */
    FAULT("");

    private final String bizCode;

    Answer(String bizCode) {
      this.bizCode = bizCode;
    }

    String bizCode() {
      return bizCode;
    }

    boolean isVerdict() {
      return !bizCode.isEmpty();
    }
  }

  /** An answer given to a number. */
  record Entry(String idNo, Answer answer) {}

  /**
   * One question that came.
   *
   * @param feeFen what the provider would charge
   */
  record Asked(
      Instant at, String action, String nameMasked, String idNoMasked, Answer answer, int feeFen) {}

  private static final int FEE_FEN = 30;
  private static final int MOST = 500;

  private final JsonLinesFile<Entry> file;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new ArrayList<>();

  PersonRegister(@Value("${certhall.data}") Path data) {
    file = new JsonLinesFile<>(data.resolve("simulators/identity/register.jsonl"), Entry.class);
    file.read().forEach(entry -> answers.put(entry.idNo(), entry.answer()));
  }

  void answer(String idNo, Answer answer) {
    file.append(new Entry(idNo, answer));
    answers.put(idNo, answer);
  }

  Answer ask(Instant at, String action, String name, String idNo) {
    Answer answer = answers.getOrDefault(idNo, Answer.MATCH);
    synchronized (asked) {
      asked.add(
          new Asked(
              at,
              action,
              name.isEmpty() ? "" : name.substring(0, 1) + "**",
              idNo.length() < 8 ? "***" : idNo.substring(0, 4) + "**********" + idNo.substring(14),
              answer,
              answer.isVerdict() ? FEE_FEN : 0));
      if (asked.size() > MOST) {
        asked.removeFirst();
      }
    }
    return answer;
  }

  /** Newest first. */
  List<Asked> asked() {
    synchronized (asked) {
      return asked.reversed().stream().toList();
    }
  }
}
