package io.certhall.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers a child's process id, so that a child that outlived a killed parent can be ended at the
 * next start. A process id may have been reused: only a process whose command line carries every
 * mark (program and data folder) is touched.
 */
record PidFile(Path path, List<String> marks) {
  private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);
  private static final int GRACE_SECONDS = 20;

  PidFile {
    marks = List.copyOf(marks);
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("marks: at least one is needed to recognise the child");
    }
  }

  void write(long pid) throws IOException {
    Files.writeString(path, Long.toString(pid));
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.debug("{} stays behind", path, e);
    }
  }

  /** Ends what a killed parent left running; says how many processes that were. */
  int endOrphans() {
    Collection<ProcessHandle> orphans =
        ProcessHandle.allProcesses().filter(ProcessHandle::isAlive).filter(this::isOurs).toList();
    orphans.forEach(PidFile::end);
    delete();
    return orphans.size();
  }

  private boolean isOurs(ProcessHandle process) {
    List<String> arguments = CommandLines.of(process);
    return marks.stream().allMatch(mark -> arguments.stream().anyMatch(a -> a.endsWith(mark)));
  }

  private static void end(ProcessHandle orphan) {
    LOG.warn("Ending process {} left behind by a killed hall", orphan.pid());
    CompletableFuture<ProcessHandle> exit = orphan.onExit();
    orphan.destroy();
    try {
      try {
        exit.get(GRACE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException stubborn) {
        orphan.destroyForcibly();
        exit.get(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new LocalPartException(PartsText.of("orphan.stays", orphan.pid()), e);
    }
  }
}
