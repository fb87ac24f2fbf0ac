package io.certhall.workers.ca.lint;

import static io.certhall.workers.ca.CaSamples.CLOCK;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.SubjectKey;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.profile.CertificateProfile;
import io.certhall.workers.ca.profile.SubjectType;
import java.math.BigInteger;
import java.nio.file.Path;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RsaKeyLintTest {

  private static final BigInteger F4 = BigInteger.valueOf(65537);

  @TempDir static Path folder;
  static CertificateAuthority authority;
  static CertificateProfile profile;
  static EditableBody good;

  private final CertificateLinter linter = new CertificateLinter(CLOCK);

  @BeforeAll
  static void prepare() {
    authority = CaSamples.authority(folder, KeyAlgorithm.RSA_2048);
    var key = new SubjectKey(KeyAlgorithm.RSA_2048.generate(RANDOM).publicKey(), false);
    var pair = authority.prepare(CaSamples.request(authority, SubjectType.ORG, key));
    good = EditableBody.of(pair.signingBody());
    profile =
        authority.profiles().forType("gscamce", SubjectType.ORG, KeyAlgorithm.RSA_2048).signing();
  }

  @Test
  void a_good_rsa_key_has_no_findings() {
    assertThat(linter.lint(good.der(), profile, Issuer.of(authority.key()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "RSA_.*")
  void each_rule_about_rsa_refuses_a_key_that_breaks_it(LintRule rule) throws Exception {
    var findings = linter.lint(good.key(breaking(rule)).der(), profile, Issuer.of(authority.key()));

    assertThat(findings).extracting(LintFinding::rule).contains(rule);
  }

  @Test
  void two_primes_next_to_each_other_are_found() throws Exception {
    var p = BigInteger.probablePrime(1024, RANDOM).setBit(1022);
    var near = key(p.multiply(p.nextProbablePrime()), F4);

    assertThat(linter.lint(good.key(near).der(), profile, Issuer.of(authority.key())))
        .extracting(LintFinding::rule)
        .contains(LintRule.RSA_WEAK);
  }

  private static SubjectPublicKeyInfo breaking(LintRule rule) throws Exception {
    var modulus =
        RSAPublicKey.getInstance(
                SubjectPublicKeyInfo.getInstance(good.fields().get(EditableBody.KEY))
                    .parsePublicKey())
            .getModulus();
    return switch (rule) {
      case RSA_UNREADABLE -> new SubjectPublicKeyInfo(rsa(), new byte[] {1, 2, 3});
      case RSA_SIZE -> KeyAlgorithm.RSA_3072.generate(RANDOM).publicKey();
      case RSA_EXPONENT -> key(modulus, BigInteger.valueOf(3));
      case RSA_WEAK -> key(modulus.subtract(modulus.mod(BigInteger.valueOf(7))), F4);
      default -> throw new IllegalArgumentException(rule.name());
    };
  }

  private static SubjectPublicKeyInfo key(BigInteger modulus, BigInteger exponent)
      throws Exception {
    return new SubjectPublicKeyInfo(rsa(), new RSAPublicKey(modulus, exponent));
  }

  private static AlgorithmIdentifier rsa() {
    return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  }
}
