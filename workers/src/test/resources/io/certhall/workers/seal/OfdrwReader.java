import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ofdrw.gm.ses.v4.SESeal;

/** Reads a seal with ofdrw and prints what it finds. Runs in a process of its own. */
public class OfdrwReader {

  public static void main(String[] args) throws Exception {
    byte[] der = Files.readAllBytes(Path.of(args[0]));
    SESeal seal = SESeal.getInstance(der);
    var info = seal.geteSealInfo();
    var property = info.getProperty();
    var provider = new BouncyCastleProvider();
    var factory = CertificateFactory.getInstance("X.509", provider);
    var maker =
        (X509Certificate)
            factory.generateCertificate(new ByteArrayInputStream(seal.getCert().getOctets()));
    Signature verifier = Signature.getInstance(seal.getSignAlgID().toString(), provider);
    verifier.initVerify(maker.getPublicKey());
    verifier.update(info.getEncoded("DER"));
    System.out.println("version=" + info.getHeader().getVersion().getValue());
    System.out.println("id=" + info.getHeader().getId().getString());
    System.out.println("vid=" + info.getHeader().getVid().getString());
    System.out.println("esID=" + info.getEsID().getString());
    System.out.println("type=" + property.getType().getValue());
    System.out.println("name=" + property.getName().getString());
    System.out.println("certListType=" + property.getCertListType().getValue());
    if (property.getCertListType().getValue().intValue() == 1) {
      ASN1OctetString bound = property.getCertList().getCerts().get(0);
      var holder =
          (X509Certificate)
              factory.generateCertificate(new ByteArrayInputStream(bound.getOctets()));
      System.out.println("holder=" + holder.getSerialNumber().toString(16));
    }
    System.out.println("validEnd=" + property.getValidEnd().getDate().toInstant());
    System.out.println("picture=" + info.getPicture().getType().getString());
    System.out.println("bytes=" + info.getPicture().getData().getOctets().length);
    System.out.println("width=" + info.getPicture().getWidth().getValue());
    System.out.println("height=" + info.getPicture().getHeight().getValue());
    System.out.println("maker=" + maker.getSubjectX500Principal());
    System.out.println(
        "signature=" + (verifier.verify(seal.getSignedValue().getOctets()) ? "good" : "bad"));
  }
}
