package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.ServicePlayers.item;
import static io.certhall.workers.lifecycle.ServicePlayers.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.certificate.CertificateMove;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.seal.HeldSeal;
import io.certhall.processes.seal.SealPicture;
import io.certhall.processes.seal.SealQuery;
import io.certhall.processes.seal.SealState;
import io.certhall.processes.security.Actor;
import io.certhall.workers.seal.SignedSeal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals come with the pair, and go with it. */
@LifecycleTest
class SealLifecycleTest {

  private static final String HALL = "gscamce";

  private final ServicePlayers players;
  private final SealQuery seals;
  private final CertificateRegister register;
  private final TransactionTemplate transaction;

  SealLifecycleTest(
      ServicePlayers players,
      SealQuery seals,
      CertificateRegister register,
      TransactionTemplate transaction) {
    this.players = players;
    this.seals = seals;
    this.register = register;
    this.transaction = transaction;
  }

  @Test
  @Tag("GS-27")
  void a_pair_brings_its_seals_which_are_made_anew_when_it_is_renewed_and_added_to() {
    Actor applicant = players.organisation(HALL);
    String serial = business(applicant, "OFFICIAL", "LEGAL_REP");

    List<HeldSeal> first = on(applicant, serial);
    assertThat(first).extracting(HeldSeal::code).containsExactly("OFFICIAL", "LEGAL_REP");
    assertThat(first).allMatch(seal -> seal.state() == SealState.NORMAL);
    SignedSeal official = SignedSeal.of(seals.der(applicant, first.getFirst().id()));
    assertThat(official.info().esId()).isEqualTo(first.getFirst().esId());
    assertThat(official.info().property().validTo()).isEqualTo(first.getFirst().validTo());
    assertThat(official.info().image().widthMm()).isEqualTo(42);

    players.endsIn(serial, Duration.ofDays(60));
    String renewal = players.submits(applicant, form(Service.RENEW, of(serial)));
    players.runs(applicant, renewal, OrderState.COMPLETED);
    String renewed = players.issuedFor(renewal, 1).serial();

    assertThat(on(applicant, serial)).allMatch(seal -> seal.state() == SealState.CLOSED);
    List<HeldSeal> second = on(applicant, renewed);
    assertThat(second).extracting(HeldSeal::code).containsExactly("OFFICIAL", "LEGAL_REP");
    assertThat(second).allMatch(seal -> seal.state() == SealState.NORMAL);
    assertThat(second).allMatch(seal -> seal.pictureSource() == SealPicture.Source.FORMER);
    assertThat(seals.picture(applicant, second.getFirst().id()))
        .isEqualTo(seals.picture(applicant, first.getFirst().id()));
    assertThat(second).extracting(HeldSeal::esId).doesNotContainAnyElementsOf(ids(first));

    String addition = players.submits(applicant, form(Service.ADD_SEAL, of(renewed, 0, "FINANCE")));
    players.runs(applicant, addition, OrderState.COMPLETED);

    assertThat(seals.page(applicant, new SealQuery.Filter(null, addition, null), null, 10))
        .singleElement()
        .satisfies(
            added -> {
              assertThat(added.certificateSerial()).isEqualTo(renewed);
              assertThat(added.code()).isEqualTo("FINANCE");
              assertThat(added.validTo()).isEqualTo(second.getFirst().validTo());
              assertThat(SignedSeal.of(seals.der(applicant, added.id())).info().property().name())
                  .endsWith("财务专用章");
            });

    transaction.executeWithoutResult(
        done ->
            register.move(
                Actor.SYSTEM,
                renewed,
                CertificateMove.SUSPEND,
                new CertificateRegister.Reason(null, null)));
    assertThat(on(applicant, renewed)).allMatch(seal -> seal.state() == SealState.FROZEN);
    transaction.executeWithoutResult(
        done ->
            register.move(
                Actor.SYSTEM,
                renewed,
                CertificateMove.REVOKE,
                new CertificateRegister.Reason(null, null)));
    assertThat(on(applicant, renewed)).hasSize(3);
    assertThat(on(applicant, renewed)).allMatch(seal -> seal.state() == SealState.REVOKED);
  }

  private static List<String> ids(List<HeldSeal> seals) {
    return seals.stream().map(seal -> String.valueOf(seal.esId())).toList();
  }

  private List<HeldSeal> on(Actor actor, String serial) {
    return seals.page(actor, new SealQuery.Filter(null, null, serial), null, 10);
  }

  private String business(Actor applicant, String... codes) {
    return players.issued(
        applicant,
        players.form(
            HALL, Service.NEW, Holder.ORGANISATION, item(CertificateType.ORG_BUSINESS, 1, codes)));
  }

  private OrderForm form(Service service, OrderForm.ItemForm... items) {
    return players.form(HALL, service, Holder.ORGANISATION, items);
  }
}
