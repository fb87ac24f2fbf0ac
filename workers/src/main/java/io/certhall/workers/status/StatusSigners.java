package io.certhall.workers.status;

import io.certhall.processes.status.StatusQueue;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.IssuingAuthority;
import io.certhall.workers.ca.ResponderCeremony;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who signs for which CA. Responders are made when they are first needed, and anew in time. */
@Component
class StatusSigners {

  private final ObjectProvider<IssuingAuthority> authorities;
  private final StatusQueue queue;
  private final Clock clock;
  private final Path folder;
  private final Map<String, OcspSigner> responders = new ConcurrentHashMap<>();

  StatusSigners(
      ObjectProvider<IssuingAuthority> authorities,
      StatusQueue queue,
      Clock clock,
      @Value("${certhall.data}") Path dataFolder) {
    this.authorities = authorities;
    this.queue = queue;
    this.clock = clock;
    this.folder = dataFolder.resolve("ca");
  }

  Set<String> authorities() {
    return authorities.getObject().all().stream()
        .map(CertificateAuthority::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  OcspSigner ocsp(String ca) {
    OcspSigner known = responders.get(ca);
    return known != null && !ResponderCeremony.isEnding(known.responder(), clock.instant())
        ? known
        : opened(ca);
  }

  RevocationListSigner lists(String ca) {
    CertificateAuthority authority = authorities.getObject().named(ca);
    return new RevocationListSigner(authority.key(), authority.urls());
  }

  private synchronized OcspSigner opened(String ca) {
    CertificateAuthority authority = authorities.getObject().named(ca);
    OcspSigner signer =
        new OcspSigner(ResponderCeremony.open(folder, authority, clock), authority.certificate());
    HexFormat hex = HexFormat.of();
    signer
        .names()
        .forEach(
            name ->
                queue.publishIssuer(
                    ca, hex.formatHex(name.nameHash()), hex.formatHex(name.keyHash())));
    responders.put(ca, signer);
    return signer;
  }
}
