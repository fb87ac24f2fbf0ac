package io.certhall.workers.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.seal.MadeSeal;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.OpenSsl;
import io.certhall.workers.ca.SignedPair;
import io.certhall.workers.seal.SealMaker.Binding;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that share no code with the hall parse and verify its seals. */
class IndependentSealReaderTest {

  @TempDir Path folder;
  CertificateAuthority authority;
  SignedPair pair;

  @BeforeEach
  void issue() {
    authority = SealSamples.authority(folder);
    pair = SealSamples.pair(authority);
  }

  @Test
  void another_reader_parses_and_verifies_a_seal_in_a_process_of_its_own() throws Exception {
    MadeSeal seal = SealSamples.official(folder, authority, pair);

    assertThat(ofdrw(seal.der()))
        .containsEntry("version", "4")
        .containsEntry("id", "ES")
        .containsEntry("vid", "CertHall")
        .containsEntry("esID", seal.esId())
        .containsEntry("type", "1")
        .containsEntry("name", "甘肃某某建设工程有限公司公章")
        .containsEntry("certListType", "1")
        .containsEntry("holder", pair.signingSerial().value().toString(16))
        .containsEntry("validEnd", pair.validity().notAfter().toString())
        .containsEntry("picture", "PNG")
        .containsEntry("bytes", String.valueOf(seal.picture().png().length))
        .containsEntry("width", "42")
        .containsEntry("height", "42")
        .containsEntry("signature", "good");
  }

  @Test
  void another_reader_parses_a_persons_seal_bound_by_digest() throws Exception {
    MadeSeal seal =
        SealSamples.maker(folder, Binding.DIGESTS)
            .make(authority, List.of(SealSamples.LEGAL_REP), pair.signingCertificate())
            .getFirst();

    assertThat(ofdrw(seal.der()))
        .containsEntry("type", "2")
        .containsEntry("name", "张三法定代表人章")
        .containsEntry("certListType", "2")
        .containsEntry("width", "20")
        .containsEntry("signature", "good");
  }

  @Test
  void another_reader_sees_a_changed_picture() throws Exception {
    byte[] der = SealSamples.official(folder, authority, pair).der();
    byte[] png = SealSamples.OFFICIAL.picture().png();
    der[indexOf(der, png) + png.length / 2] ^= 1;

    assertThat(ofdrw(der)).containsEntry("signature", "bad");
  }

  @Test
  void openssl_verifies_the_signature_over_the_seal_information() throws Exception {
    OpenSsl openSsl = OpenSsl.in(folder);
    Files.write(folder.resolve("seal.der"), SealSamples.official(folder, authority, pair).der());

    // SESeal ::= SEQUENCE { info, cert, algorithm, signature }: the second-level elements.
    List<String> elements =
        openSsl
            .output("asn1parse", "-inform", "DER", "-in", "seal.der")
            .lines()
            .filter(line -> line.contains(":d=1"))
            .toList();
    assertThat(elements).hasSize(4);
    assertThat(elements.get(2)).contains("SM2-with-SM3");
    cut(elements.get(0), "info.der", false);
    cut(elements.get(1), "maker.crt", true);
    cut(elements.get(3), "bits.der", true);
    byte[] bits = Files.readAllBytes(folder.resolve("bits.der"));
    Files.write(folder.resolve("signature.der"), unusedBitsDropped(bits));
    openSsl.output(
        "x509", "-inform", "DER", "-in", "maker.crt", "-pubkey", "-noout", "-out", "maker.pem");

    assertThat(verify(openSsl, "info.der")).contains("Verified OK");
    byte[] info = Files.readAllBytes(folder.resolve("info.der"));
    info[info.length - 1] ^= 1;
    Files.write(folder.resolve("changed.der"), info);
    assertThat(verify(openSsl, "changed.der")).doesNotContain("Verified OK");
    assertThat(
            openSsl.output(
                "verify",
                "-x509_strict",
                "-partial_chain",
                "-vfyopt",
                "distid:1234567812345678",
                "-trusted",
                "ca/gscamce.crt",
                "maker.crt"))
        .contains("maker.crt: OK");
  }

  private static String verify(OpenSsl openSsl, String content) throws Exception {
    return openSsl
        .run(
            "dgst",
            "-sm3",
            "-verify",
            "maker.pem",
            "-sigopt",
            "distid:1234567812345678",
            "-signature",
            "signature.der",
            content)
        .output();
  }

  /** A line of asn1parse: {@code offset:d=1 hl=4 l=1234 cons: SEQUENCE}. */
  private void cut(String line, String file, boolean contentOnly) throws Exception {
    int offset = Integer.parseInt(line.substring(0, line.indexOf(':')).strip());
    int header = number(line, "hl=");
    int length = number(line, "l=", line.indexOf("hl=") + 3);
    byte[] seal = Files.readAllBytes(folder.resolve("seal.der"));
    int from = contentOnly ? offset + header : offset;
    Files.write(folder.resolve(file), Arrays.copyOfRange(seal, from, offset + header + length));
  }

  private static int number(String line, String label) {
    return number(line, label, 0);
  }

  private static int number(String line, String label, int from) {
    int start = line.indexOf(label, from) + label.length();
    String rest = line.substring(start).stripLeading();
    return Integer.parseInt(rest.split("[^0-9]", 2)[0]);
  }

  /** A BIT STRING's content begins with the number of unused bits. */
  private static byte[] unusedBitsDropped(byte[] content) {
    assertThat(content[0]).isZero();
    return Arrays.copyOfRange(content, 1, content.length);
  }

  private static int indexOf(byte[] where, byte[] what) {
    for (int i = 0; i <= where.length - what.length; i++) {
      if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    throw new AssertionError("not in it");
  }

  private Map<String, String> ofdrw(byte[] der) throws Exception {
    Path seal = Files.write(folder.resolve("read.der"), der);
    Path reader = folder.resolve("OfdrwReader.java");
    try (InputStream source =
        Objects.requireNonNull(getClass().getResourceAsStream("OfdrwReader.java"))) {
      Files.write(reader, source.readAllBytes());
    }
    Path out = folder.resolve("ofdrw.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classPath(),
                reader.toString(),
                seal.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed
        .lines()
        .filter(line -> line.contains("="))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf('=')),
                line -> line.substring(line.indexOf('=') + 1),
                (first, second) -> first));
  }

  private static String classPath() throws Exception {
    try (var jars = Files.list(Path.of("target/seal-reader"))) {
      return jars.map(jar -> jar.toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
