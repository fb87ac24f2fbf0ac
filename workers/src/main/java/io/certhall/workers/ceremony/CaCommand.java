package io.certhall.workers.ceremony;

import io.certhall.workers.ca.CaOffice;
import io.certhall.workers.ca.CaOffice.OfflineRoot;
import io.certhall.workers.ca.CaSpec;
import io.certhall.workers.ca.RootSpec;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.key.PasswordFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;

/** {@code certhall ca init}, {@code renew} and {@code list}. */
public final class CaCommand {

  private static final int SHORTEST_PASSWORD = 12;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final CeremonyDesk desk;
  private final Clock clock;

  public CaCommand(CeremonyDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * @param standardData the data folder unless {@code --data} names another
   * @throws CommandRefused with the reason in both languages; nothing was overwritten
   */
  public void run(List<String> args, Path standardData) {
    try {
      var options = CaOptions.parse(args, standardData);
      var office = new CaOffice(options.data().resolve("ca"), clock);
      switch (options.verb()) {
        case LIST -> list(office);
        case INIT -> init(office, options);
        case RENEW -> renew(office, options);
      }
    } catch (CaFault e) {
      throw new CommandRefused(
          e.text(Locale.SIMPLIFIED_CHINESE) + "\n" + e.text(Locale.ENGLISH), e);
    }
  }

  private void init(CaOffice office, CaOptions options) {
    var specs = specs(office, options);
    var root = root(options);
    try {
      if (!Files.exists(root.file())) {
        var made = office.makeRoot(root, RootSpec.STANDARD, options.rootAlgorithm());
        tell("根CA / root", made);
        desk.say("根密钥 / root key: " + root.file());
      }
      for (var spec : specs) {
        tell(spec.hall(), office.issue(root, spec, options.algorithm(), options.token()));
      }
    } finally {
      Arrays.fill(root.password(), '\0');
    }
    desk.say("请将根密钥文件和口令分开离线保存，大厅运行不需要它们；正在运行的大厅须重启后使用新CA。");
    desk.say(
        "Keep the root key's file and its password apart and offline: the hall runs without them."
            + " A running hall takes new CAs after a restart.");
  }

  /** All halls without a CA of this family unless some are named; checked before anything. */
  private List<CaSpec> specs(CaOffice office, CaOptions options) {
    var names = HallNames.of(options.data());
    var family = options.algorithm().family();
    var there = new HashSet<String>();
    office.list().stream()
        .filter(entry -> entry.algorithm().family() == family)
        .forEach(entry -> there.add(entry.owner()));
    var specs = new ArrayList<CaSpec>();
    for (var hall : options.halls().isEmpty() ? names.packs().keySet() : options.halls()) {
      if (options.halls().isEmpty() && there.contains(hall)) {
        desk.say(hall + ": 已有CA，跳过 / has a CA, left as it is");
      } else {
        specs.add(names.spec(hall, options));
      }
    }
    return specs;
  }

  private void renew(CaOffice office, CaOptions options) {
    var spec = HallNames.of(options.data()).spec(options.halls().getFirst(), options);
    var root = root(options);
    try {
      tell(spec.hall(), office.renew(root, spec, options.algorithm(), options.token()));
    } finally {
      Arrays.fill(root.password(), '\0');
    }
    desk.say("旧CA不再签发证书，但继续签发CRL和OCSP；请保留其密钥直到到期。重启大厅后生效。");
    desk.say(
        "The old CA issues no more certificates but goes on signing CRL and OCSP: keep its key until"
            + " it expires. Restart the hall to use the new one.");
  }

  private OfflineRoot root(CaOptions options) {
    var file = Objects.requireNonNull(options.root());
    var passwordFile = options.rootPassword();
    var fresh = !Files.exists(file);
    if (passwordFile == null && fresh && options.verb() == CaOptions.Verb.RENEW) {
      throw new CommandRefused("找不到根密钥文件 " + file + " / there is no root key file " + file);
    }
    var password =
        passwordFile != null
            ? new PasswordFile(passwordFile).read()
            : asked("根密钥口令 / root key password: ");
    if (fresh) {
      requireGood(password, passwordFile == null);
    }
    return new OfflineRoot(file, password);
  }

  private void requireGood(char[] password, boolean typed) {
    if (password.length < SHORTEST_PASSWORD) {
      Arrays.fill(password, '\0');
      throw new CommandRefused(
          "口令至少%1$d个字符 / the password needs %1$d characters or more".formatted(SHORTEST_PASSWORD));
    }
    if (typed) {
      var again = asked("再输一次 / once more: ");
      var same = Arrays.equals(password, again);
      Arrays.fill(again, '\0');
      if (!same) {
        Arrays.fill(password, '\0');
        throw new CommandRefused("两次输入不一致 / the two passwords differ");
      }
    }
  }

  private char[] asked(String prompt) {
    var password = desk.password(prompt);
    if (password == null) {
      throw new CommandRefused(
          "没有终端可以询问口令，请用 --root-password-file\n"
              + "There is no terminal to ask for the password: use --root-password-file");
    }
    return password;
  }

  private void list(CaOffice office) {
    var entries = office.list();
    if (entries.isEmpty()) {
      desk.say("还没有CA / no CA yet");
    }
    for (var entry : entries) {
      desk.say(
          "%-24s %-9s %-8s %-8s %s – %s  %s"
              .formatted(
                  entry.name(),
                  entry.algorithm(),
                  entry.place().name().toLowerCase(Locale.ROOT),
                  entry.current() ? "current" : "status",
                  day(entry.certificate().getNotBefore()),
                  day(entry.certificate().getNotAfter()),
                  subject(entry.certificate())));
    }
  }

  private void tell(String what, X509CertificateHolder certificate) {
    desk.say(what + ": " + subject(certificate) + " → " + day(certificate.getNotAfter()));
  }

  private static String subject(X509CertificateHolder certificate) {
    return BCStyle.INSTANCE.toString(certificate.getSubject());
  }

  private static String day(java.util.Date date) {
    return date.toInstant().atZone(ZONE).toLocalDate().toString();
  }
}
