package io.certhall.standalone.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept open: a client so small that the server is what is measured.
 */
final class KeptConnection implements AutoCloseable {

  private static final byte[] NOTHING = {};
  private static final int TIMEOUT_MS = 10_000;

  private final URI server;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  KeptConnection(URI server) {
    this.server = server;
  }

  /** The body of a 200; anything else is an error. */
  byte[] get(String path) throws IOException {
    return send("GET " + path, "", NOTHING);
  }

  byte[] post(String path, String type, byte[] body) throws IOException {
    return send(
        "POST " + path,
        "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n",
        body);
  }

  private byte[] send(String line, String headers, byte[] body) throws IOException {
    Socket open = open();
    String head = line + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n";
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(body);
    open.getOutputStream().write(request.toByteArray());
    return answer();
  }

  private Socket open() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket();
      open.setTcpNoDelay(true);
      open.setSoTimeout(TIMEOUT_MS);
      open.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MS);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
    }
    return open;
  }

  private byte[] answer() throws IOException {
    String status = line();
    int length = 0;
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.equals("connection: close")) {
        closes = true;
      }
    }
    byte[] body = in.readNBytes(length);
    if (closes) {
      drop();
    }
    if (!status.contains(" 200")) {
      throw new IOException(status);
    }
    return body;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        drop();
        throw new IOException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    drop();
  }

  /** The next request opens a new connection. */
  void drop() throws IOException {
    Socket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
