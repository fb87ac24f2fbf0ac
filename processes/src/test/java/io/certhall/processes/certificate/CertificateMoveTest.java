package io.certhall.processes.certificate;

import static io.certhall.processes.certificate.CertificateState.CHANGED;
import static io.certhall.processes.certificate.CertificateState.EXPIRED;
import static io.certhall.processes.certificate.CertificateState.EXPIRING;
import static io.certhall.processes.certificate.CertificateState.LOCKED;
import static io.certhall.processes.certificate.CertificateState.NORMAL;
import static io.certhall.processes.certificate.CertificateState.REPLACED;
import static io.certhall.processes.certificate.CertificateState.REVOKED;
import static io.certhall.processes.certificate.CertificateState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.support.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateMoveTest {

  private static final Set<CertificateState> STORED =
      EnumSet.of(NORMAL, LOCKED, SUSPENDED, REVOKED, REPLACED, CHANGED);

  @Test
  void legal_moves_are_these_and_no_others() {
    assertThat(legal(CertificateMove.LOCK)).containsExactly(NORMAL);
    assertThat(legal(CertificateMove.UNLOCK)).containsExactly(NORMAL, LOCKED);
    assertThat(legal(CertificateMove.SUSPEND)).containsExactly(NORMAL, LOCKED);
    assertThat(legal(CertificateMove.RELEASE)).containsExactly(SUSPENDED);
    assertThat(legal(CertificateMove.REVOKE)).containsExactly(NORMAL, LOCKED, SUSPENDED);
    assertThat(legal(CertificateMove.REPLACE)).containsExactly(NORMAL, LOCKED, SUSPENDED);
    assertThat(legal(CertificateMove.RENEW)).containsExactly(NORMAL, LOCKED);
    assertThat(legal(CertificateMove.EXCHANGE)).containsExactly(NORMAL, LOCKED);
    assertThat(legal(CertificateMove.CHANGE)).containsExactly(NORMAL, LOCKED);
    assertThat(legal(CertificateMove.ADD_SEAL)).containsExactly(NORMAL);
  }

  private static List<CertificateState> legal(CertificateMove move) {
    return Arrays.stream(CertificateState.values()).filter(move::isLegalFrom).toList();
  }

  @ParameterizedTest
  @EnumSource(CertificateMove.class)
  void an_illegal_move_is_refused_with_the_state_as_its_reason(CertificateMove move) {
    for (CertificateState state : STORED) {
      if (!move.isLegalFrom(state)) {
        assertThat(Refused.codes(() -> move.requireLegalFrom(state, "A1")))
            .containsExactly("CERTIFICATE_" + state);
      }
    }
  }

  @Test
  void what_is_over_or_near_its_end_is_shown_so() {
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    Instant near = now.plus(Duration.ofDays(90));
    assertThat(NORMAL.shown(near, 90, now)).isEqualTo(EXPIRING);
    assertThat(NORMAL.shown(near.plusSeconds(1), 90, now)).isEqualTo(NORMAL);
    assertThat(NORMAL.shown(near, null, now)).isEqualTo(NORMAL);
    assertThat(LOCKED.shown(near, 90, now)).isEqualTo(LOCKED);
    assertThat(NORMAL.shown(now, 90, now)).isEqualTo(EXPIRED);
    assertThat(REVOKED.shown(now, 90, now)).isEqualTo(REVOKED);
  }
}
