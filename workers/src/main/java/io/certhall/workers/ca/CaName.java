package io.certhall.workers.ca;

import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of one of a hall's CAs, in file names and addresses: {@code gscamce} for its SM2 CA,
 * {@code gscamce.rsa} and {@code gscamce.ec} for the others, {@code .g2}, {@code .g3} after each
 * renewal. Roots are named alike: {@code root}, {@code root.rsa}, {@code root.ec}.
 */
record CaName(String owner, KeyAlgorithm.Family family, int generation) {

  static final String ROOT = "root";

  /** SM2 first, then the newest generation. */
  static final Comparator<CaName> CURRENT_FIRST =
      Comparator.comparing(CaName::family).thenComparing(name -> -name.generation());

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9][a-z0-9-]{0,39})(?:\\.(rsa|ec))?(?:\\.g([2-9]|[1-9]\\d))?");

  static CaName first(String owner, KeyAlgorithm.Family family) {
    return new CaName(owner, family, 1);
  }

  static Optional<CaName> parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var family =
        matcher.group(2) == null
            ? KeyAlgorithm.Family.SM2
            : matcher.group(2).equals("rsa") ? KeyAlgorithm.Family.RSA : KeyAlgorithm.Family.EC;
    var generation = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    return Optional.of(new CaName(matcher.group(1), family, generation));
  }

  CaName renewed() {
    return new CaName(owner, family, generation + 1);
  }

  /** What tells this CA's common name from those of the hall's others. */
  String commonName(String base) {
    var kind = family == KeyAlgorithm.Family.SM2 ? "SM2" : family.name();
    var own =
        kind.equals("SM2")
            ? base
            : base.contains("SM2") ? base.replace("SM2", kind) : base + " " + kind;
    return generation == 1 ? own : own + " G" + generation;
  }

  @Override
  public String toString() {
    return owner
        + (family == KeyAlgorithm.Family.SM2 ? "" : "." + family.code())
        + (generation == 1 ? "" : ".g" + generation);
  }
}
