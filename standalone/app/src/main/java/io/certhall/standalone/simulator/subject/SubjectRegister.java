package io.certhall.standalone.simulator.subject;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.JsonLinesFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The units the platform knows: those it was told. */
@Component
@ConditionalOnSimulators
class SubjectRegister {

  record Subject(
      String creditCode,
      String name,
      String documentType,
      String legalRepName,
      String registeredAddress,
      String province,
      String city) {}

  private final JsonLinesFile<Subject> file;
  private final Map<String, Subject> subjects = new ConcurrentHashMap<>();

  SubjectRegister(@Value("${certhall.data}") Path data) {
    file = new JsonLinesFile<>(data.resolve("simulators/subject/register.jsonl"), Subject.class);
    file.read().forEach(subject -> subjects.put(subject.creditCode(), subject));
  }

  void put(Subject subject) {
    file.append(subject);
    subjects.put(subject.creditCode(), subject);
  }

  Optional<Subject> find(String creditCode) {
    return Optional.ofNullable(subjects.get(creditCode));
  }
}
