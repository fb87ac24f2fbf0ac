package io.certhall.backoffice.api.key;

import io.certhall.processes.certificate.KeyGrants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "agent", description = "介质助手 · Key agents")
@SecurityRequirements
@RestController
@RequestMapping("/api/v1/agent")
class GrantKeyController {

  private final KeyGrants grants;

  GrantKeyController(KeyGrants grants) {
    this.grants = grants;
  }

  /**
   * The public key.
   *
   * @param key SubjectPublicKeyInfo, base64
   */
  record GrantKey(String algorithm, String key) {}

  @Operation(
      summary = "解锁授权的公钥 · The key that authorisations of key agents are checked with",
      description = "Public.")
  @GetMapping("/grant-key")
  GrantKey grantKey() {
    return new GrantKey("Ed25519", grants.publicKey());
  }
}
