package io.certhall.standalone.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file with one JSON value a line. A line is on the disk when {@link #append}
 * returns; one torn by a kill is cut off at the next start.
 */
public final class JsonLinesFile<T> implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Class<T> type;
  private final Path file;
  private final FileChannel channel;

  public JsonLinesFile(Path file, Class<T> type) {
    this.type = type;
    this.file = file;
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      OwnerOnlyFiles.createFolder(folder);
    }
    try {
      channel =
          OwnerOnlyFiles.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      cutTornLine();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file, e);
    }
  }

  private void cutTornLine() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    channel.truncate(end);
    channel.position(end);
  }

  public synchronized List<T> read() {
    try {
      return Files.readAllLines(file).stream().map(line -> JSON.readValue(line, type)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  public synchronized void append(T value) {
    byte[] line = (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
