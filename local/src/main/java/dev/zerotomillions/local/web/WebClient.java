package dev.zerotomillions.local.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 client of one server on the loopback interface that keeps its connections. A request
 * is sent once: what a broken connection did with it is unknown, and only the caller knows whether
 * it may be repeated.
 */
public final class WebClient implements AutoCloseable {
  /** Shorter than any server here keeps an idle connection. */
  private static final Duration KEPT_IDLE = Duration.ofSeconds(15);

  private static final int MAX_BODY = 64 * 1024 * 1024;

  private final int port;
  private final Deque<Pooled> idle = new ConcurrentLinkedDeque<>();

  private record Pooled(Socket socket, MessageReader reader, OutputStream out, long since) {
    Pooled now() {
      return new Pooled(socket, reader, out, System.nanoTime());
    }
  }

  public WebClient(int port) {
    this.port = port;
  }

  /** Sends a request and reads the answer. {@code headers} without length and connection. */
  public WebResponse send(
      String method, String target, WebHeaders headers, byte[] body, Duration patience)
      throws IOException {
    Pooled connection = take();
    boolean reusable = false;
    try {
      connection.socket.setSoTimeout((int) patience.toMillis());
      connection.out.write(message(method, target, headers, body));
      String statusLine = connection.reader.startLine();
      if (statusLine == null) {
        throw new EOFException("the server closed the connection without an answer");
      }
      WebHeaders answered = connection.reader.headers();
      int status = status(statusLine);
      Framing framing = Framing.of(answered);
      boolean bodyless = method.equals("HEAD") || status == 204 || status == 304;
      boolean untilClosed = !bodyless && !framing.chunked() && framing.length() < 0;
      byte[] bytes =
          bodyless
              ? new byte[0]
              : untilClosed ? connection.reader.rest() : connection.reader.body(framing);
      reusable =
          !untilClosed
              && !answered.first("Connection", "").toLowerCase(Locale.ROOT).contains("close");
      return new WebResponse(status, answered, bytes);
    } finally {
      if (reusable) {
        idle.push(connection.now());
      } else {
        connection.socket.close();
      }
    }
  }

  private byte[] message(String method, String target, WebHeaders headers, byte[] body) {
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost:");
    head.append(port).append("\r\n");
    for (WebHeaders.Field field : headers.fields()) {
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] headBytes = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, whole, 0, headBytes.length);
    System.arraycopy(body, 0, whole, headBytes.length, body.length);
    return whole;
  }

  private static int status(String statusLine) throws IOException {
    if (!statusLine.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("not an HTTP answer: " + statusLine);
    }
    return Integer.parseInt(statusLine, 9, 12, 10);
  }

  private Pooled take() throws IOException {
    for (Pooled pooled = pop(); pooled != null; pooled = pop()) {
      if (System.nanoTime() - pooled.since < KEPT_IDLE.toNanos()) {
        return pooled;
      }
      pooled.socket.close();
    }
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    MessageReader reader = new MessageReader(socket.getInputStream(), MAX_BODY);
    return new Pooled(socket, reader, socket.getOutputStream(), System.nanoTime());
  }

  private @Nullable Pooled pop() {
    return idle.poll();
  }

  @Override
  public void close() throws IOException {
    for (Pooled pooled = pop(); pooled != null; pooled = pop()) {
      pooled.socket.close();
    }
  }
}
