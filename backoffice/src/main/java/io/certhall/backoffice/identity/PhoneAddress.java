package io.certhall.backoffice.identity;

import io.certhall.backoffice.payment.PublicUrl;
import io.certhall.processes.identity.IdentityInvitation;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where a phone goes that scans the code. */
@Component
public class PhoneAddress {

  private final PublicUrl publicUrl;

  PhoneAddress(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  public URI of(IdentityInvitation invitation) {
    return publicUrl.of("/identity/" + invitation.token());
  }
}
