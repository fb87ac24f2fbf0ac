package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Which CAs have files in the folder. */
record CaFolder(Path path) {

  private static final String FILES = "*.{p12,p11,crt,pem}";

  /** The CAs of a hall, or the roots; SM2 first, the newest generation first. */
  List<CaName> namesOf(String owner) {
    return names().stream().filter(name -> name.owner().equals(owner)).toList();
  }

  List<CaName> names() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    var names =
        new TreeSet<CaName>(
            java.util.Comparator.comparing(CaName::owner).thenComparing(CaName.CURRENT_FIRST));
    try (var files = Files.newDirectoryStream(path, FILES)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        CaName.parse(name.substring(0, name.lastIndexOf('.'))).ifPresent(names::add);
      }
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_UNREADABLE, path, e.toString());
    }
    return List.copyOf(names);
  }

  CaFiles files(CaName name) {
    return new CaFiles(path, name.toString());
  }
}
