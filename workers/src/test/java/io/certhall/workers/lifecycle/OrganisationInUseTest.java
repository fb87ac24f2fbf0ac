package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.OrderPlayers.item;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.support.TestOrganisations;
import org.junit.jupiter.api.Test;

@LifecycleTest
class OrganisationInUseTest {

  private final OrderPlayers players;
  private final OrganisationProfiles profiles;

  OrganisationInUseTest(OrderPlayers players, OrganisationProfiles profiles) {
    this.players = players;
    this.profiles = profiles;
  }

  @Test
  void a_name_under_review_cannot_be_exchanged() {
    String orderNo =
        players.submits(DeliveryMethod.COURIER, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);

    assertThatThrownBy(() -> profiles.save(players.applicant, TestOrganisations.form()))
        .hasMessageContaining("ORGANISATION_IN_USE");
  }
}
