package dev.zerotomillions.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;

/** One client's connection: its requests are answered one after the other. */
final class Connection implements Runnable {
  private static final System.Logger LOG = System.getLogger(Connection.class.getName());
  private static final int IDLE_MILLIS = 75_000;
  private static final int LINGER_MILLIS = 2_000;

  private final Socket socket;
  private final WebHandler handler;
  private final int maxBody;
  private volatile boolean busy;
  private volatile boolean closing;

  Connection(Socket socket, WebHandler handler, int maxBody) {
    this.socket = socket;
    this.handler = handler;
    this.maxBody = maxBody;
  }

  /** Whether a request is being answered. */
  boolean isBusy() {
    return busy;
  }

  /** Lets a request that is being answered finish, and takes no other. */
  void finish() {
    closing = true;
    if (!busy) {
      close();
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection was gone before it was closed", e);
    }
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      serve(socket.getInputStream(), socket.getOutputStream());
    } catch (IOException e) {
      // The peer left or idled too long; there is no one to tell.
      LOG.log(System.Logger.Level.TRACE, "connection ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
    RequestReader requests =
        new RequestReader(
            new MessageReader(in, maxBody), out, socket.getInetAddress().getHostAddress());
    try {
      String requestLine = requests.awaitRequestLine();
      while (requestLine != null) {
        busy = true;
        WebRequest request = requests.request(requestLine);
        WebResponse response = answer(request);
        boolean last = closing || wantsClose(request);
        ResponseWriter.write(out, response, request.method(), last);
        busy = false;
        requestLine = last || closing ? null : requests.awaitRequestLine();
      }
    } catch (BadMessage e) {
      String message = "{\"message\":\"" + Reasons.of(e.status()) + "\"}";
      ResponseWriter.write(out, WebResponse.json(e.status(), message), "GET", true);
      linger(in);
    }
  }

  private WebResponse answer(WebRequest request) throws InterruptedException {
    try {
      WebResponse response = handler.handle(request);
      if (ResponseWriter.isWellFormed(response)) {
        return response;
      }
      LOG.log(System.Logger.Level.ERROR, "malformed response to {0}", request.path());
    } catch (RuntimeException e) {
      // The boundary of the process: a defect of one handler must not end the client's connection.
      LOG.log(
          System.Logger.Level.ERROR, "no answer to " + request.method() + " " + request.path(), e);
    }
    return WebResponse.json(500, "{\"message\":\"Internal Server Error\"}");
  }

  private static boolean wantsClose(WebRequest request) {
    String wish = request.headers().first("Connection", "").toLowerCase(Locale.ROOT);
    return request.protocol().equals("HTTP/1.0")
        ? !wish.contains("keep-alive")
        : wish.contains("close");
  }

  /**
   * Reads on for a moment. Closing a socket that holds unread bytes resets it, and the client would
   * never see the answer.
   */
  private void linger(InputStream in) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MILLIS);
    byte[] sink = new byte[64 * 1024];
    long until = System.nanoTime() + LINGER_MILLIS * 1_000_000L;
    int read;
    do {
      read = in.read(sink);
    } while (read >= 0 && System.nanoTime() < until);
  }
}
