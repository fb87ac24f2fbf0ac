package io.certhall.workers.ceremony;

import io.certhall.workers.ca.CaOffice;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code certhall ca}.
 *
 * @param halls empty for all that have no CA yet
 * @param root the root key's file
 * @param token null to keep issuing keys in files
 */
record CaOptions(
    Verb verb,
    Path data,
    List<String> halls,
    KeyAlgorithm algorithm,
    KeyAlgorithm rootAlgorithm,
    @Nullable Path root,
    @Nullable Path rootPassword,
    @Nullable String organisation,
    @Nullable String commonName,
    CaOffice.@Nullable Token token) {

  enum Verb {
    INIT,
    RENEW,
    LIST
  }

  static final String USAGE =
      """
      ca init  --root FILE [--hall X]… [--algorithm SM2|RSA-2048|RSA-3072|EC-P256]
               建立根CA和各大厅的签发CA / make the root and the halls' issuing CAs
      ca renew --root FILE --hall X [--algorithm …]
               为签发CA换新密钥和新证书 / a new key and certificate for an issuing CA
      ca list  列出全部CA / list all CAs
        --data DIR                  数据目录 / data folder
        --root FILE                 根密钥文件，用后离线保存 / the root key's file, to be kept offline
        --root-password-file FILE   根密钥口令文件(0600)，不给则询问 / its password; asked for when left out
        --root-algorithm A          新根的算法 / the new root's kind of key
        --organisation O --common-name N   大厅不在策略包中时的名称 / names of a hall without a policy pack
        --pkcs11 LIBRARY --token LABEL --pin-file FILE   密钥存于密码设备 / keep issuing keys on a token""";

  private static final Set<String> KNOWN =
      Set.of(
          "--data",
          "--root",
          "--root-password-file",
          "--algorithm",
          "--root-algorithm",
          "--organisation",
          "--common-name",
          "--pkcs11",
          "--token",
          "--pin-file");

  static CaOptions parse(List<String> args, Path standardData) {
    var verb =
        switch (args.isEmpty() ? "" : args.getFirst()) {
          case "init" -> Verb.INIT;
          case "renew" -> Verb.RENEW;
          case "list" -> Verb.LIST;
          default -> throw new CommandRefused(USAGE);
        };
    var halls = new ArrayList<String>();
    var given = new HashMap<String, String>();
    for (var i = 1; i < args.size(); i += 2) {
      var option = args.get(i);
      if (!option.equals("--hall") && !KNOWN.contains(option)) {
        throw new CommandRefused("未知选项 unknown option: " + option + "\n" + USAGE);
      }
      if (i + 1 == args.size()) {
        throw new CommandRefused(option + " 后面缺少值 needs a value");
      }
      if (option.equals("--hall")) {
        halls.add(args.get(i + 1));
      } else if (given.put(option, args.get(i + 1)) != null) {
        throw new CommandRefused(option + " 给了两次 is given twice");
      }
    }
    return of(verb, halls, given, standardData);
  }

  private static CaOptions of(
      Verb verb, List<String> halls, Map<String, String> given, Path standardData) {
    var root = path(given, "--root");
    if (verb != Verb.LIST && root == null) {
      throw new CommandRefused("缺少 --root 根密钥文件 / --root FILE is missing");
    }
    if (verb == Verb.RENEW && halls.size() != 1) {
      throw new CommandRefused("请用 --hall 给出一个大厅 / name one hall with --hall");
    }
    var algorithm = KeyAlgorithm.parse("--algorithm", given.getOrDefault("--algorithm", "SM2"));
    var data = path(given, "--data");
    return new CaOptions(
        verb,
        data == null ? standardData : data,
        List.copyOf(halls),
        algorithm,
        given.containsKey("--root-algorithm")
            ? KeyAlgorithm.parse("--root-algorithm", given.get("--root-algorithm"))
            : KeyAlgorithm.of(algorithm.family()).getLast(),
        root,
        path(given, "--root-password-file"),
        given.get("--organisation"),
        given.get("--common-name"),
        token(given));
  }

  private static CaOffice.@Nullable Token token(Map<String, String> given) {
    var library = path(given, "--pkcs11");
    var label = given.get("--token");
    var pinFile = path(given, "--pin-file");
    if (library == null && label == null && pinFile == null) {
      return null;
    }
    if (library == null || label == null || pinFile == null) {
      throw new CommandRefused(
          "--pkcs11、--token、--pin-file 须一起给出 / --pkcs11, --token and --pin-file go together");
    }
    return new CaOffice.Token(library, label, pinFile);
  }

  private static @Nullable Path path(Map<String, String> given, String option) {
    var value = given.get(option);
    return value == null ? null : Path.of(value).toAbsolutePath();
  }
}
