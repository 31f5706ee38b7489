package dev.zerotomillions.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An HTTP client on one connection that costs next to nothing, so that it isn't what is measured.
 */
final class LeanClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  LeanClient(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Gets a path, and reads its answer to the end. */
  int get(String path) throws IOException {
    var request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var statusLine = line();
    var status = Integer.parseInt(statusLine, "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10);
    var length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    in.skipNBytes(length);
    return status;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new BenchmarkFailed("The front door closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
