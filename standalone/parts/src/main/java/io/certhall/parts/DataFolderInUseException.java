package io.certhall.parts;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another hall runs on this data folder; two would corrupt it. */
public final class DataFolderInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient @Nullable DataFolderOwner owner;

  DataFolderInUseException(Path dataFolder, @Nullable DataFolderOwner owner) {
    super(message(dataFolder, owner));
    this.owner = owner;
  }

  public @Nullable DataFolderOwner owner() {
    return owner;
  }

  private static String message(Path dataFolder, @Nullable DataFolderOwner owner) {
    if (owner == null) {
      return PartsText.of("lock.in-use", dataFolder);
    }
    String pid = Long.toString(owner.pid());
    return owner.address() == null
        ? PartsText.of("lock.in-use-by", dataFolder, pid)
        : PartsText.of("lock.in-use-at", dataFolder, pid, owner.address());
  }
}
