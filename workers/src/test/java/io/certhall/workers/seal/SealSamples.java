package io.certhall.workers.seal;

import static io.certhall.workers.ca.CaSamples.CLOCK;
import static io.certhall.workers.ca.CaSamples.GANSU;
import static io.certhall.workers.ca.CaSamples.RANDOM;

import io.certhall.bpmn.SealForm;
import io.certhall.processes.seal.MadeSeal;
import io.certhall.processes.seal.SealPicture;
import io.certhall.processes.seal.SealWish;
import io.certhall.workers.ca.CaSamples;
import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.SignedPair;
import io.certhall.workers.ca.SimulatedMedium;
import io.certhall.workers.ca.profile.SubjectType;
import io.certhall.workers.seal.SealMaker.Binding;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.imageio.ImageIO;

/** A hall's CA, a certificate of it and seals on that. */
final class SealSamples {

  static final String OWNER = "甘肃某某建设工程有限公司";
  static final SealWish OFFICIAL =
      new SealWish("OFFICIAL", "公章", SealForm.usual("OFFICIAL"), OWNER, picture(42, 42));
  static final SealWish LEGAL_REP =
      new SealWish("LEGAL_REP", "法定代表人章", SealForm.usual("LEGAL_REP"), "张三", picture(20, 20));

  private SealSamples() {}

  static SealPicture picture(int widthMm, int heightMm) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SealPicture(png.toByteArray(), widthMm, heightMm, SealPicture.Source.CONFIRMED);
  }

  static CertificateAuthority authority(Path folder) {
    return CaSamples.open(folder.resolve("ca"), GANSU).forHall("gscamce");
  }

  static SignedPair pair(CertificateAuthority authority) {
    return authority.sign(
        authority.prepare(
            CaSamples.request(
                authority, SubjectType.ORG, SimulatedMedium.create(RANDOM).publicKey())));
  }

  static SealMaker maker(Path folder, Binding binding) {
    return maker(folder, binding, CLOCK);
  }

  static SealMaker maker(Path folder, Binding binding, Clock clock) {
    return new SealMaker(new SealMakerKeys(folder.resolve("makers"), clock), binding, clock);
  }

  static MadeSeal official(Path folder, CertificateAuthority authority, SignedPair pair) {
    return maker(folder, Binding.CERTIFICATES)
        .make(authority, List.of(OFFICIAL), pair.signingCertificate())
        .getFirst();
  }
}
