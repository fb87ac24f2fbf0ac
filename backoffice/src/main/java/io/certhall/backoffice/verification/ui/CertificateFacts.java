package io.certhall.backoffice.verification.ui;

import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.verification.PublicCertificate;
import io.certhall.processes.verification.PublicCertificate.Standing;
import io.certhall.processes.verification.Verification;
import java.nio.charset.StandardCharsets;

/** One certificate as strangers see it, with its chain to take away. */
final class CertificateFacts {

  private final Verification verification;

  CertificateFacts(Verification verification) {
    this.verification = verification;
  }

  Card card(PublicCertificate certificate) {
    FactList facts =
        new FactList()
            .fact(Texts.of("verify.standing"), badge(certificate.standing()))
            .fact(Texts.of("verify.holder"), certificate.holder())
            .fact(Texts.of("verify.serial"), certificate.serial())
            .fact(Texts.of("verify.issuer"), certificate.issuer())
            .fact(
                Texts.of("verify.validity"),
                Times.day(certificate.notBefore()) + " – " + Times.day(certificate.notAfter()));
    if (certificate.since() != null) {
      facts.fact(Texts.of("verify.since"), Times.second(certificate.since()));
    }
    if (certificate.reason() != null) {
      facts.fact(Texts.of("verify.reason"), Texts.of(certificate.reason()));
    }
    Div content = new Div(facts);
    String ca = certificate.ca();
    if (ca != null) {
      content.add(
          Downloads.save(
              Texts.of("verify.chain"),
              () ->
                  new Downloads.File(
                      ca + "-chain.pem",
                      "application/x-pem-file",
                      verification.chain(ca).getBytes(StandardCharsets.US_ASCII))));
    }
    return new Card(Texts.of("verify.certificate"), content);
  }

  private static StatusBadge badge(Standing standing) {
    return new StatusBadge(
        Texts.of("Standing." + standing),
        switch (standing) {
          case GOOD -> Tone.DONE;
          case EXPIRED, NOT_YET -> Tone.NEUTRAL;
          case ON_HOLD, REVOKED, FOREIGN, UNKNOWN -> Tone.WRONG;
        });
  }
}
