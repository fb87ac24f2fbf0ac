package io.certhall.processes.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

class OcspQuestionTest {

  @Test
  void a_request_names_the_issuer_by_hashes_and_the_serial_in_whole_octets() throws Exception {
    byte[] request = request(BigInteger.valueOf(0x1ABCD));

    assertThat(OcspQuestion.read(request))
        .contains(List.of(new OcspQuestion("0101010101/0202020202", "01ABCD")));
  }

  @Test
  void what_is_no_request_is_told_apart() throws Exception {
    byte[] request = request(BigInteger.ONE);

    assertThat(OcspQuestion.read(new byte[0])).isEmpty();
    assertThat(OcspQuestion.read(Arrays.copyOf(request, request.length - 1))).isEmpty();
    assertThat(OcspQuestion.read(Arrays.copyOf(request, request.length + 1))).isEmpty();
    assertThat(OcspQuestion.read(new DERSequence().getEncoded())).isEmpty();
    assertThat(OcspQuestion.read(request())).isEmpty();
    assertThat(OcspQuestion.read(request(BigInteger.ONE.shiftLeft(160)))).isEmpty();
  }

  @Test
  void nested_values_do_not_exhaust_the_stack() {
    ByteArrayOutputStream deep = new ByteArrayOutputStream();
    Collections.nCopies(8192, new byte[] {0x30, (byte) 0x80}).forEach(deep::writeBytes);

    assertThat(OcspQuestion.read(deep.toByteArray())).isEmpty();
  }

  private static byte[] request(BigInteger... serials) throws Exception {
    DERSequence[] asked =
        Arrays.stream(serials)
            .map(
                serial ->
                    new DERSequence(
                        new DERSequence(
                            new org.bouncycastle.asn1.ASN1Encodable[] {
                              new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1),
                              new DEROctetString(new byte[] {1, 1, 1, 1, 1}),
                              new DEROctetString(new byte[] {2, 2, 2, 2, 2}),
                              new ASN1Integer(serial)
                            })))
            .toArray(DERSequence[]::new);
    return new DERSequence(new DERSequence(new DERSequence(asked))).getEncoded();
  }
}
