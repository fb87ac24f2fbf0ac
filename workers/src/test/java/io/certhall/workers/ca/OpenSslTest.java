package io.certhall.workers.ca;

import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.RANDOM;
import static io.certhall.workers.ca.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.escrow.EnvelopedKey;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.PasswordFile;
import io.certhall.workers.ca.key.Pkcs12SigningKey;
import io.certhall.workers.ca.profile.SubjectType;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets OpenSSL judge what the authority makes. */
class OpenSslTest {

  @TempDir Path folder;
  OpenSsl openSsl;
  CertificateAuthority authority;
  SimulatedMedium medium;

  @BeforeEach
  void open() throws Exception {
    openSsl = OpenSsl.in(folder);
    authority = CaSamples.open(folder.resolve("ca"), GANSU).forHall("gscamce");
    medium = SimulatedMedium.create(RANDOM);
  }

  /** OpenSSL 3.0 gives the user id to the last certificate only, so each link is its own call. */
  @Test
  void openssl_accepts_the_chain_from_the_root_to_both_certificates() throws Exception {
    issue(SubjectType.ORG);

    assertThat(openSsl.output(verify("ca/root.pem", "ca/gscamce.crt"))).contains(": OK");
    for (var leaf : new String[] {"sign.crt", "enc.crt"}) {
      assertThat(openSsl.output(verify("ca/gscamce.crt", leaf))).contains(leaf + ": OK");
    }
  }

  @Test
  void openssl_refuses_a_certificate_with_one_changed_bit() throws Exception {
    var der = issue(SubjectType.ORG).signingCertificate();
    der[der.length - 1] ^= 1;
    Files.write(folder.resolve("changed.crt"), der);

    var result = openSsl.run(verify("ca/gscamce.crt", "changed.crt"));

    assertThat(result.code()).isNotZero();
    assertThat(result.output()).contains("certificate signature failure");
  }

  private static String[] verify(String issuer, String certificate) {
    return new String[] {
      "verify",
      "-x509_strict",
      "-partial_chain",
      "-vfyopt",
      "distid:" + USER_ID,
      "-trusted",
      issuer,
      certificate
    };
  }

  @Test
  void openssl_shows_subject_credit_code_and_key_usages_of_an_organisation() throws Exception {
    issue(SubjectType.ORG);

    assertThat(text("sign.crt"))
        .contains("CN = 甘肃某某建设工程有限公司", "O = 甘肃某某建设工程有限公司", "ST = 甘肃省", "L = 兰州市")
        .contains("organizationIdentifier = " + CaSamples.CREDIT_CODE)
        .contains("Digital Signature, Non Repudiation")
        .contains("1.2.156.10260.4.1.4")
        .contains("URI:http://pki.example.cn/crl/gscamce.crl")
        .contains("OCSP - URI:http://pki.example.cn/ocsp\n")
        .contains("CA Issuers - URI:http://pki.example.cn/ca/gscamce.cer")
        .contains("Policy: 2.999.156.1.1")
        .contains("ASN1 OID: SM2")
        .contains("Signature Algorithm: SM2-with-SM3");
    assertThat(text("enc.crt")).contains("Key Encipherment, Data Encipherment, Key Agreement");
  }

  @Test
  void openssl_shows_a_persons_number_in_the_extension_only() throws Exception {
    issue(SubjectType.ORG_PERSON);

    assertThat(openSsl.output("x509", "-inform", "DER", "-in", "sign.crt", "-noout", "-subject"))
        .doesNotContain(CaSamples.RESIDENT_NUMBER);
    assertThat(openSsl.output("asn1parse", "-inform", "DER", "-in", "sign.crt"))
        .contains("1.2.156.10260.4.1.1");
    assertThat(text("sign.crt")).contains("CN = 张三", CaSamples.RESIDENT_NUMBER);
  }

  @Test
  void openssl_opens_the_key_files_with_the_password_beside_them() throws Exception {
    for (var name : new String[] {"root", "gscamce"}) {
      assertThat(
              openSsl.output(
                  "pkcs12",
                  "-in",
                  "ca/" + name + ".p12",
                  "-passin",
                  "file:ca/" + name + ".pass",
                  "-nodes"))
          .contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
    }
  }

  @Test
  void openssl_accepts_the_mediums_request() throws Exception {
    Files.writeString(folder.resolve("medium.csr"), medium.request("申请人"));

    assertThat(
            openSsl.output(
                "req", "-in", "medium.csr", "-noout", "-verify", "-vfyopt", "distid:" + USER_ID))
        .contains("verify OK");
  }

  @Test
  void a_request_made_by_openssl_proves_possession() throws Exception {
    openSsl.output("genpkey", "-algorithm", "SM2", "-out", "own.key");
    openSsl.output(
        "req",
        "-new",
        "-key",
        "own.key",
        "-sm3",
        "-sigopt",
        "distid:" + USER_ID,
        "-subj",
        "/CN=x",
        "-out",
        "own.csr");

    var key = SubjectKey.ofRequest(Files.readString(folder.resolve("own.csr")));

    assertThat(key.proven()).isTrue();
  }

  @Test
  void a_key_file_made_by_openssl_is_opened_and_one_of_another_curve_is_refused() throws Exception {
    var password = new PasswordFile(folder.resolve("own.pass"));
    password.readOrCreate(RANDOM);
    for (var curve : new String[] {"SM2", "secp384r1"}) {
      openSsl.output(
          "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve, "-out", "k.pem");
      openSsl.output("req", "-x509", "-new", "-key", "k.pem", "-subj", "/CN=own", "-out", "k.crt");
      openSsl.output(
          "pkcs12",
          "-export",
          "-inkey",
          "k.pem",
          "-in",
          "k.crt",
          "-passout",
          "file:own.pass",
          "-out",
          curve + ".p12");
    }

    assertThat(Pkcs12SigningKey.open(folder.resolve("SM2.p12"), password).chain()).hasSize(1);
    assertFault(
        () -> Pkcs12SigningKey.open(folder.resolve("secp384r1.p12"), password),
        FaultCode.KEY_UNSUPPORTED);
  }

  /** SM2 opens the SM4 key, SM4 opens the private key, and that key's public half is certified. */
  @Test
  void openssl_opens_the_enveloped_encryption_key_with_the_signing_key() throws Exception {
    var pair = issue(SubjectType.ORG);
    Files.write(folder.resolve("medium.p8"), medium.pkcs8());
    var fields = ASN1Sequence.getInstance(pair.encryptionKey().der());
    Files.write(
        folder.resolve("sm4.enc"), fields.getObjectAt(1).toASN1Primitive().getEncoded("DER"));
    Files.write(
        folder.resolve("private.enc"),
        ASN1BitString.getInstance(fields.getObjectAt(3)).getOctets());

    var opened = openedByOpenSsl();
    assertThat(opened).isEqualTo(medium.install(pair).privateKey().getD());
    assertThat(publicKeyByOpenSsl(opened)).isEqualTo(certifiedPoint());
  }

  /** From medium.p8, sm4.enc and private.enc. */
  private BigInteger openedByOpenSsl() throws Exception {
    openSsl.output(
        "pkeyutl",
        "-decrypt",
        "-keyform",
        "DER",
        "-inkey",
        "medium.p8",
        "-in",
        "sm4.enc",
        "-out",
        "sm4.key");
    var sm4 = HexFormat.of().formatHex(Files.readAllBytes(folder.resolve("sm4.key")));
    openSsl.output(
        "enc", "-d", "-sm4-ecb", "-nopad", "-K", sm4, "-in", "private.enc", "-out", "private.raw");

    return new BigInteger(1, Files.readAllBytes(folder.resolve("private.raw")));
  }

  /** The blob's fields are read by offset here and opened without any of our code. */
  @Test
  void openssl_opens_the_skf_blob_with_the_signing_key() throws Exception {
    var pair = issue(SubjectType.ORG);
    Files.write(folder.resolve("medium.p8"), medium.pkcs8());
    var blob = pair.encryptionKey().skfBlob();
    var cipher =
        new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(blob, 208, 272))),
              new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(blob, 272, 336))),
              new DEROctetString(Arrays.copyOfRange(blob, 336, 368)),
              new DEROctetString(Arrays.copyOfRange(blob, 372, 388))
            });
    Files.write(folder.resolve("sm4.enc"), cipher.getEncoded("DER"));
    Files.write(folder.resolve("private.enc"), Arrays.copyOfRange(blob, 44, 76));

    var opened = openedByOpenSsl();
    assertThat(publicKeyByOpenSsl(opened)).isEqualTo(certifiedPoint());
    assertThat(Arrays.copyOfRange(blob, 112, 144))
        .isEqualTo(Arrays.copyOfRange(certifiedPoint(), 1, 33));
    assertThat(EnvelopedKey.ofDer(pair.encryptionKey().der()).skfBlob()).isEqualTo(blob);
  }

  private byte[] publicKeyByOpenSsl(BigInteger value) throws Exception {
    var hex = HexFormat.of().formatHex(BigIntegers.asUnsignedByteArray(32, value));
    // ECPrivateKey { version 1, the value, [0] curve } without the public key.
    var der = "30310201010420" + hex + "a00a06082a811ccf5501822d";
    Files.write(folder.resolve("ec.der"), HexFormat.of().parseHex(der));
    openSsl.output(
        "pkey", "-inform", "DER", "-in", "ec.der", "-pubout", "-outform", "DER", "-out", "pub.der");
    return tail(Files.readAllBytes(folder.resolve("pub.der")));
  }

  private byte[] certifiedPoint() throws Exception {
    openSsl.output(
        "x509", "-inform", "DER", "-in", "enc.crt", "-pubkey", "-noout", "-out", "c.pem");
    openSsl.output("pkey", "-pubin", "-in", "c.pem", "-pubout", "-outform", "DER", "-out", "c.der");
    return tail(Files.readAllBytes(folder.resolve("c.der")));
  }

  private static byte[] tail(byte[] der) {
    return Arrays.copyOfRange(der, der.length - 65, der.length);
  }

  private static final String USER_ID = "1234567812345678";

  private SignedPair issue(SubjectType type) throws Exception {
    var request = CaSamples.request(authority, type, SubjectKey.ofRequest(medium.request("申请人")));
    var pair = authority.sign(authority.prepare(request));
    Files.write(folder.resolve("sign.crt"), pair.signingCertificate());
    Files.write(folder.resolve("enc.crt"), pair.encryptionCertificate());
    return pair;
  }

  private String text(String certificate) throws Exception {
    return openSsl.output(
        "x509",
        "-inform",
        "DER",
        "-in",
        certificate,
        "-noout",
        "-text",
        "-nameopt",
        "utf8,sep_comma_plus_space,space_eq");
  }
}
