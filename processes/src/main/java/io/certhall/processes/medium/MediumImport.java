package io.certhall.processes.medium;

import static io.certhall.db.generated.Tables.KEY_MEDIUM;
import static io.certhall.db.generated.Tables.KEY_MEDIUM_EVENT;
import static io.certhall.db.generated.Tables.KEY_MEDIUM_LOT;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A lot of keys as it was bought: looked at first, then taken over whole or not at all. */
@Service
public class MediumImport {

  public static final int MOST_ROWS = 5000;
  static final int LONGEST_MODEL = 60;
  private static final int LONGEST_SUPPLIER = 100;
  private static final int LONGEST_FILE = 200;
  private static final int BATCH = 500;
  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9-]{4,64}");

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final AuditLog audit;
  private final Clock clock;

  MediumImport(DSLContext dsl, PublishedPolicies policies, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One line.
   *
   * @param line its number in the file, for the errors
   * @param hall its code, or its name as the pages show it where no other hall has the same
   */
  public record Row(int line, String serial, String model, String hall, String supplier) {}

  /**
   * What an import would do.
   *
   * @param counts keys per hall and model
   * @param problems each with a path such as {@code rows[3].serial}; empty when it can be taken
   */
  public record Preview(Map<String, Map<String, Integer>> counts, List<Problem> problems) {

    public int size() {
      return counts.values().stream()
          .flatMap(models -> models.values().stream())
          .mapToInt(Integer::intValue)
          .sum();
    }
  }

  /** Changes nothing. */
  public Preview preview(Actor actor, List<Row> rows) {
    return checked(actor, rows).preview();
  }

  /**
   * @return how many keys are in stock now that were not before
   * @throws Refusal RULE with each wrong cell, path {@code rows[line].column}
   */
  @Transactional
  public int take(Actor actor, String fileName, List<Row> rows) {
    Checked checked = checked(actor, rows);
    Refusal.unlessEmpty(RefusalKind.RULE, checked.preview().problems());
    Instant now = clock.instant();
    String file = fileName.isBlank() ? "-" : fileName.strip();
    String lot = UUID.randomUUID().toString();
    dsl.insertInto(KEY_MEDIUM_LOT)
        .set(KEY_MEDIUM_LOT.ID, lot)
        .set(KEY_MEDIUM_LOT.FILE_NAME, file.substring(0, Math.min(file.length(), LONGEST_FILE)))
        .set(KEY_MEDIUM_LOT.QUANTITY, rows.size())
        .set(KEY_MEDIUM_LOT.IMPORTED_AT, now)
        .set(KEY_MEDIUM_LOT.IMPORTED_BY, actor.accountId())
        .execute();
    try {
      for (int from = 0; from < checked.rows().size(); from += BATCH) {
        int to = Math.min(from + BATCH, checked.rows().size());
        insert(actor, checked.rows().subList(from, to), lot, now);
      }
    } catch (DuplicateKeyException e) {
      throw Refusal.conflict("MEDIUM_LISTED_MEANWHILE");
    }
    audit.record(actor, "medium.lot-imported", "lot", lot, null, rows.size() + " keys");
    return rows.size();
  }

  private void insert(Actor actor, List<Row> rows, String lot, Instant now) {
    var keys =
        dsl.insertInto(
            KEY_MEDIUM,
            KEY_MEDIUM.SERIAL,
            KEY_MEDIUM.HALL,
            KEY_MEDIUM.MODEL,
            KEY_MEDIUM.SUPPLIER,
            KEY_MEDIUM.LOT_ID,
            KEY_MEDIUM.STATE,
            KEY_MEDIUM.SINCE,
            KEY_MEDIUM.CREATED_AT);
    var events =
        dsl.insertInto(
            KEY_MEDIUM_EVENT,
            KEY_MEDIUM_EVENT.SERIAL,
            KEY_MEDIUM_EVENT.AT,
            KEY_MEDIUM_EVENT.TO_STATE,
            KEY_MEDIUM_EVENT.ACTOR_ID,
            KEY_MEDIUM_EVENT.ACTOR_NAME);
    for (Row row : rows) {
      keys =
          keys.values(
              row.serial(),
              row.hall(),
              row.model(),
              row.supplier().isEmpty() ? null : row.supplier(),
              lot,
              MediumState.IN_STOCK.name(),
              now,
              now);
      events =
          events.values(
              row.serial(), now, MediumState.IN_STOCK.name(), actor.accountId(), actor.name());
    }
    keys.execute();
    events.execute();
  }

  private record Checked(List<Row> rows, Preview preview) {}

  private Checked checked(Actor actor, List<Row> given) {
    actor.require(Role.PRODUCER, Role.MANAGER);
    if (given.isEmpty()) {
      throw Refusal.rule("rows", "MEDIUM_LIST_EMPTY");
    }
    if (given.size() > MOST_ROWS) {
      throw Refusal.rule("rows", "MEDIUM_LIST_LONG", MOST_ROWS);
    }
    Map<String, String> halls = halls();
    List<Row> rows =
        given.stream()
            .map(
                row ->
                    new Row(
                        row.line(),
                        row.serial().strip(),
                        row.model().strip(),
                        halls.getOrDefault(row.hall().strip(), ""),
                        row.supplier().strip()))
            .toList();
    Set<String> listed = listed(rows);
    Map<String, Integer> lines = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int before = problems.size();
      serial(row, listed, lines.putIfAbsent(row.serial(), row.line()), problems);
      text(row.line(), "model", row.model(), LONGEST_MODEL, true, problems);
      text(row.line(), "supplier", row.supplier(), LONGEST_SUPPLIER, false, problems);
      String hall = given.get(i).hall().strip();
      if (row.hall().isEmpty()) {
        problems.add(
            hall.isEmpty()
                ? Problem.of(path(row.line(), "hall"), "FIELD_REQUIRED")
                : Problem.of(path(row.line(), "hall"), "MEDIUM_HALL_UNKNOWN", hall));
      }
      if (problems.size() == before) {
        counts
            .computeIfAbsent(row.hall(), known -> new TreeMap<>())
            .merge(row.model(), 1, Integer::sum);
      }
    }
    return new Checked(rows, new Preview(counts, List.copyOf(problems)));
  }

  /** Codes, and the names people write, of each open hall; a name of two halls means none. */
  private Map<String, String> halls() {
    Map<String, String> halls = new HashMap<>();
    for (PublishedPolicy policy : policies.active()) {
      Stream.of(policy.settings().name().zh(), policy.settings().shortName().zh())
          .distinct()
          .forEach(name -> halls.merge(name, policy.hall(), (one, other) -> ""));
    }
    policies.active().forEach(policy -> halls.put(policy.hall(), policy.hall()));
    return halls;
  }

  private Set<String> listed(List<Row> rows) {
    List<String> serials =
        rows.stream().map(Row::serial).filter(one -> SERIAL.matcher(one).matches()).toList();
    return new HashSet<>(
        dsl.select(KEY_MEDIUM.SERIAL)
            .from(KEY_MEDIUM)
            .where(KEY_MEDIUM.SERIAL.in(serials))
            .fetch(KEY_MEDIUM.SERIAL));
  }

  private static void serial(
      Row row, Set<String> listed, @Nullable Integer earlier, List<Problem> problems) {
    String path = path(row.line(), "serial");
    if (row.serial().isEmpty()) {
      problems.add(Problem.of(path, "FIELD_REQUIRED"));
    } else if (!SERIAL.matcher(row.serial()).matches()) {
      problems.add(Problem.of(path, "MEDIUM_SERIAL_INVALID"));
    } else if (earlier != null) {
      problems.add(Problem.of(path, "MEDIUM_TWICE", row.serial(), earlier));
    } else if (listed.contains(row.serial())) {
      problems.add(Problem.of(path, "MEDIUM_LISTED", row.serial()));
    }
  }

  private static void text(
      int line, String column, String text, int longest, boolean required, List<Problem> problems) {
    if (required && text.isEmpty()) {
      problems.add(Problem.of(path(line, column), "FIELD_REQUIRED"));
    } else if (text.length() > longest) {
      problems.add(Problem.of(path(line, column), "TEXT_TOO_LONG", longest));
    }
  }

  private static String path(int line, String column) {
    return "rows[" + line + "]." + column;
  }
}
