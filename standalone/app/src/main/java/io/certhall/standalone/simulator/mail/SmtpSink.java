package io.certhall.standalone.simulator.mail;

import io.certhall.standalone.simulator.JsonLinesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a free port of this machine only and gives each caller a conversation. */
public final class SmtpSink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmtpSink.class);
  private static final int BACKLOG = 20;
  private static final int PATIENCE_MS = 60_000;

  private final ServerSocket socket;
  private final MailBox box;
  private final Clock clock;

  private SmtpSink(ServerSocket socket, MailBox box, Clock clock) {
    this.socket = socket;
    this.box = box;
    this.clock = clock;
  }

  /**
   * @param folder {@code simulators/mail} of the data folder
   */
  public static SmtpSink open(Path folder, Clock clock) {
    try {
      SmtpSink sink =
          new SmtpSink(
              new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
              new MailBox(
                  new JsonLinesFile<>(folder.resolve("messages.jsonl"), ReceivedMail.class)),
              clock);
      Thread.ofPlatform().name("smtp-sink").daemon().start(sink::listen);
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen for mails", e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  public MailBox box() {
    return box;
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        caller.setSoTimeout(PATIENCE_MS);
        Thread.ofVirtual().name("smtp-conversation").start(() -> talk(caller));
      } catch (IOException closed) {
        if (!socket.isClosed()) {
          log.warn("mail sink: {}", closed.getMessage());
        }
      }
    }
  }

  private void talk(Socket caller) {
    try (caller) {
      new SmtpConversation(caller.getInputStream(), caller.getOutputStream(), box, clock).run();
    } catch (IOException gone) {
      log.debug("mail sink: the caller is gone: {}", gone.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    box.close();
  }
}
