package io.certhall.processes.status;

import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;
import static io.certhall.db.generated.Tables.CRL;
import static io.certhall.db.generated.Tables.CRL_CHANGE;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Revocation lists that have to be signed, what stands in them, and their storing. */
@Component
public class RevocationListQueue {

  private static final List<String> NOT_GOOD = List.of("HELD", "REVOKED");

  private final DSLContext dsl;
  private final Clock clock;

  RevocationListQueue(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** One revoked or held certificate. */
  public record Entry(String serial, Revocation revocation) {}

  /**
   * Lists of one CA to be signed.
   *
   * @param changes that the new lists will tell
   */
  public record Due(Set<Integer> shards, List<Long> changes) {}

  /** A signed list; {@code dueAt} is when the next one is wanted. */
  public record Signed(
      int shard, long number, byte[] der, Instant thisUpdate, Instant nextUpdate, Instant dueAt) {}

  /** By CA: those with changes, those whose time comes, and those that were never signed. */
  public Map<String, Due> due(Collection<String> authorities) {
    Map<String, Set<Integer>> shards = new HashMap<>();
    Map<String, List<Long>> changes = new HashMap<>();
    dsl.select(CRL_CHANGE.ID, CRL_CHANGE.CA, CRL_CHANGE.SHARD)
        .from(CRL_CHANGE)
        .where(CRL_CHANGE.CA.in(authorities))
        .orderBy(CRL_CHANGE.ID)
        .limit(10_000)
        .forEach(
            row -> {
              Set<Integer> due = shards.computeIfAbsent(row.value2(), ca -> new TreeSet<>());
              due.add(StatusShard.FULL);
              due.add(row.value3());
              changes.computeIfAbsent(row.value2(), ca -> new ArrayList<>()).add(row.value1());
            });
    Instant now = clock.instant();
    Map<String, Set<Integer>> fresh = new HashMap<>();
    dsl.select(CRL.CA, CRL.SHARD)
        .from(CRL)
        .where(CRL.CA.in(authorities), CRL.DUE_AT.gt(now))
        .forEach(
            row -> fresh.computeIfAbsent(row.value1(), ca -> new TreeSet<>()).add(row.value2()));
    for (String ca : authorities) {
      Set<Integer> ours = fresh.getOrDefault(ca, Set.of());
      for (int shard = StatusShard.FULL; shard < StatusShard.COUNT; shard++) {
        if (!ours.contains(shard)) {
          shards.computeIfAbsent(ca, unknown -> new TreeSet<>()).add(shard);
        }
      }
    }
    Map<String, Due> due = new HashMap<>();
    shards.forEach((ca, some) -> due.put(ca, new Due(some, changes.getOrDefault(ca, List.of()))));
    return due;
  }

  /** By serial; a certificate that has expired stands in no list any more. */
  public List<Entry> entries(String ca, int shard) {
    return dsl.select(
            CERTIFICATE_STATUS.SERIAL, CERTIFICATE_STATUS.REASON, CERTIFICATE_STATUS.REVOKED_AT)
        .from(CERTIFICATE_STATUS)
        .where(
            CERTIFICATE_STATUS.CA.eq(ca),
            CERTIFICATE_STATUS.STATUS.in(NOT_GOOD),
            shard == StatusShard.FULL ? noCondition() : CERTIFICATE_STATUS.SHARD.eq(shard),
            CERTIFICATE_STATUS.NOT_AFTER.gt(clock.instant()))
        .orderBy(CERTIFICATE_STATUS.SERIAL)
        .fetch(
            row ->
                new Entry(
                    row.value1(),
                    Objects.requireNonNull(StatusQueue.revocation(row.value2(), row.value3()))));
  }

  /** The number the next list of this partition carries; each is one more than the one before. */
  public long nextNumber(String ca, int shard) {
    return dsl.select(CRL.NUMBER)
        .from(CRL)
        .where(CRL.CA.eq(ca), CRL.SHARD.eq(shard))
        .fetchOptional(CRL.NUMBER)
        .map(number -> number + 1)
        .orElse(1L);
  }

  /**
   * Keeps the lists of a CA and forgets the changes they tell. A list whose number another worker
   * has used meanwhile is dropped, with its changes: they come again.
   */
  @Transactional
  public void store(String ca, List<Signed> lists, List<Long> changes) {
    boolean all = true;
    for (Signed one : lists) {
      all &= keep(ca, one);
    }
    if (all && !changes.isEmpty()) {
      dsl.deleteFrom(CRL_CHANGE).where(CRL_CHANGE.ID.in(changes)).execute();
    }
  }

  private boolean keep(String ca, Signed one) {
    if (one.number() == 1) {
      return dsl.insertInto(CRL)
              .set(CRL.CA, ca)
              .set(CRL.SHARD, one.shard())
              .set(CRL.NUMBER, one.number())
              .set(CRL.THIS_UPDATE, one.thisUpdate())
              .set(CRL.NEXT_UPDATE, one.nextUpdate())
              .set(CRL.DUE_AT, one.dueAt())
              .set(CRL.DER, one.der())
              .onDuplicateKeyIgnore()
              .execute()
          == 1;
    }
    return dsl.update(CRL)
            .set(CRL.NUMBER, one.number())
            .set(CRL.THIS_UPDATE, one.thisUpdate())
            .set(CRL.NEXT_UPDATE, one.nextUpdate())
            .set(CRL.DUE_AT, one.dueAt())
            .set(CRL.DER, one.der())
            .where(CRL.CA.eq(ca), CRL.SHARD.eq(one.shard()), CRL.NUMBER.eq(one.number() - 1))
            .execute()
        == 1;
  }
}
