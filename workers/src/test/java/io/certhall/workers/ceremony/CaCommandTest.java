package io.certhall.workers.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaCommandTest implements CeremonyDesk {

  private static final String PASSWORD = "correct horse battery";

  @TempDir Path data;
  @TempDir Path safe;

  private final List<String> said = new ArrayList<>();
  private final Deque<String> typed = new ArrayDeque<>();

  @Override
  public void say(String line) {
    said.add(line);
  }

  @Override
  public char @org.jspecify.annotations.Nullable [] password(String prompt) {
    return typed.isEmpty() ? null : typed.removeFirst().toCharArray();
  }

  private void run(String... args) {
    new CaCommand(this, Clock.systemUTC()).run(List.of(args), data);
  }

  private String root() {
    return safe.resolve("root.p12").toString();
  }

  private void init(String hall) {
    typed.addAll(List.of(PASSWORD, PASSWORD));
    run("init", "--root", root(), "--hall", hall);
    typed.clear();
  }

  @Test
  void init_makes_a_root_and_a_ca_for_every_hall_and_says_what_to_keep() {
    typed.addAll(List.of(PASSWORD, PASSWORD));

    run("init", "--root", root());

    assertThat(data.resolve("ca/gscamce.p12")).exists();
    assertThat(data.resolve("ca/chinagas.p12")).exists();
    assertThat(data.resolve("ca/root.p12")).doesNotExist();
    assertThat(said).anyMatch(line -> line.contains("离线保存")).anyMatch(l -> l.contains("offline"));
    said.clear();
    run("list");
    assertThat(said)
        .anyMatch(line -> line.startsWith("root ") && line.contains("offline"))
        .anyMatch(line -> line.startsWith("gscamce ") && line.contains("current"));
  }

  @Test
  void a_hall_added_later_is_found_by_itself_and_the_others_are_left() throws Exception {
    init("gscamce");
    var before = Files.readAllBytes(data.resolve("ca/gscamce.crt"));
    typed.add(PASSWORD);

    run("init", "--root", root());

    assertThat(Files.readAllBytes(data.resolve("ca/gscamce.crt"))).isEqualTo(before);
    assertThat(data.resolve("ca/sdca.p12")).exists();
  }

  @Test
  void a_ca_that_is_there_is_never_overwritten() {
    init("gscamce");
    typed.add(PASSWORD);

    assertThatThrownBy(() -> run("init", "--root", root(), "--hall", "gscamce"))
        .isInstanceOf(CommandRefused.class)
        .hasMessageContaining("不会覆盖")
        .hasMessageContaining("certhall ca renew");
  }

  @Test
  void renew_makes_a_second_generation_and_keeps_the_first_for_status() {
    init("gscamce");
    typed.add(PASSWORD);

    run("renew", "--root", root(), "--hall", "gscamce");
    said.clear();
    run("list");

    assertThat(said)
        .anyMatch(line -> line.startsWith("gscamce.g2 ") && line.contains("current"))
        .anyMatch(line -> line.startsWith("gscamce ") && line.contains("status"));
  }

  @Test
  void a_password_file_is_taken_when_only_its_owner_can_read_it() throws Exception {
    var file = Files.writeString(safe.resolve("root.pass"), PASSWORD + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(
            () ->
                run(
                    "init",
                    "--root",
                    root(),
                    "--hall",
                    "sdca",
                    "--root-password-file",
                    file.toString()))
        .hasMessageContaining("chmod 600");
    assertThat(safe.resolve("root.p12")).doesNotExist();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    run("init", "--root", root(), "--hall", "sdca", "--root-password-file", file.toString());
    assertThat(data.resolve("ca/sdca.p12")).exists();
  }

  @Test
  void passwords_that_are_short_different_or_wrong_are_refused() {
    typed.add("short");
    assertThatThrownBy(() -> run("init", "--root", root())).hasMessageContaining("12");
    typed.clear();
    typed.addAll(List.of(PASSWORD, PASSWORD + "x"));
    assertThatThrownBy(() -> run("init", "--root", root())).hasMessageContaining("不一致");
    typed.clear();
    assertThatThrownBy(() -> run("init", "--root", root()))
        .hasMessageContaining("--root-password-file");
    assertThat(safe.resolve("root.p12")).doesNotExist();
    init("gscamce");
    typed.add("not the password");
    assertThatThrownBy(() -> run("init", "--root", root(), "--hall", "sdca"))
        .hasMessageContaining("口令打不开密钥文件");
  }

  @Test
  void a_hall_without_a_pack_needs_names() {
    typed.addAll(List.of(PASSWORD, PASSWORD, PASSWORD));

    assertThatThrownBy(() -> run("init", "--root", root(), "--hall", "nowhere"))
        .hasMessageContaining("gscamce")
        .hasMessageContaining("--organisation");
    assertThat(safe.resolve("root.p12")).doesNotExist();
    run(
        "init",
        "--root",
        root(),
        "--hall",
        "nowhere",
        "--organisation",
        "某公司",
        "--common-name",
        "某公司 CA");
    assertThat(data.resolve("ca/nowhere.p12")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "destroy",
        "init",
        "renew --root r",
        "renew --root r --hall a --hall b",
        "init --root",
        "init --root r --colour red",
        "init --root r --root s",
        "init --root r --algorithm DSA",
        "init --root r --pkcs11 lib.so",
        "renew --root none.p12 --hall gscamce"
      })
  void a_command_that_cannot_be_meant_is_refused_and_makes_nothing(String line) {
    assertThatThrownBy(() -> run(line.isEmpty() ? new String[0] : line.split(" ")))
        .isInstanceOf(CommandRefused.class);
    assertThat(data.resolve("ca")).doesNotExist();
  }

  @Test
  void an_empty_folder_is_listed_as_such() {
    run("list");

    assertThat(said).containsExactly("还没有CA / no CA yet");
  }
}
