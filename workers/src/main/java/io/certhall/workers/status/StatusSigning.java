package io.certhall.workers.status;

import io.certhall.processes.status.RevocationListQueue;
import io.certhall.processes.status.StatusQueue;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Signs what is due: answers in batches, lists of a CA together. */
@Component
class StatusSigning {

  /** A change is told within the second; so many answers take about half of one. */
  static final int BATCH = 200;

  private final StatusQueue answers;
  private final RevocationListQueue lists;
  private final StatusSigners signers;
  private final StatusTimes times;
  private final Clock clock;

  StatusSigning(
      StatusQueue answers,
      RevocationListQueue lists,
      StatusSigners signers,
      StatusTimes times,
      Clock clock) {
    this.answers = answers;
    this.lists = lists;
    this.signers = signers;
    this.times = times;
    this.clock = clock;
  }

  /** How many were signed; {@link #BATCH} means that more may be waiting. */
  int answers() {
    Set<String> authorities = signers.authorities();
    if (authorities.isEmpty()) {
      return 0;
    }
    List<StatusQueue.Due> due = answers.due(authorities, BATCH);
    if (!due.isEmpty()) {
      Instant thisUpdate = now();
      Instant nextUpdate = thisUpdate.plus(times.answerLife());
      answers.store(
          due.stream()
              .map(
                  one ->
                      new StatusQueue.Signed(
                          one,
                          signers
                              .ocsp(one.ca())
                              .sign(
                                  new BigInteger(one.serial(), 16),
                                  one.revocation(),
                                  thisUpdate,
                                  nextUpdate),
                          thisUpdate,
                          nextUpdate))
              .toList(),
          times.answerAhead());
    }
    return due.size();
  }

  /** How many lists were signed. */
  int lists() {
    Set<String> authorities = signers.authorities();
    if (authorities.isEmpty()) {
      return 0;
    }
    Map<String, RevocationListQueue.Due> due = lists.due(authorities);
    due.forEach(this::sign);
    return due.values().stream().mapToInt(one -> one.shards().size()).sum();
  }

  private void sign(String ca, RevocationListQueue.Due due) {
    RevocationListSigner signer = signers.lists(ca);
    Instant thisUpdate = now();
    Instant nextUpdate = thisUpdate.plus(times.listLife());
    lists.store(
        ca,
        due.shards().stream()
            .map(
                shard -> {
                  long number = lists.nextNumber(ca, shard);
                  return new RevocationListQueue.Signed(
                      shard,
                      number,
                      signer.sign(shard, number, lists.entries(ca, shard), thisUpdate, nextUpdate),
                      thisUpdate,
                      nextUpdate,
                      nextUpdate.minus(times.listAhead()));
                })
            .toList(),
        due.changes());
  }

  /** ASN.1 has whole seconds; an answer says what held at that second or later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
