package dev.zerotomillions.local.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An HTTP/1.1 server on the loopback interface, a virtual thread per connection. */
public final class WebServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
  private static final int BACKLOG = 1024;
  private static final int MAX_BODY = 32 * 1024 * 1024;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ServerSocket listener;
  private final WebHandler handler;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private WebServer(ServerSocket listener, WebHandler handler) {
    this.listener = listener;
    this.handler = handler;
  }

  /**
   * Starts a server.
   *
   * @param port the port, or 0 for any that is free
   * @throws java.net.BindException if another program listens on the port
   */
  public static WebServer start(int port, WebHandler handler) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      // A port in TIME_WAIT after a restart can be taken; one that is listened on can't.
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    WebServer server = new WebServer(listener, handler);
    Thread.ofPlatform().name("accept-" + server.port()).daemon().start(server::accept);
    return server;
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Connection connection = new Connection(socket, handler, MAX_BODY);
        connections.add(connection);
        Thread.ofVirtual().name("http").start(() -> run(connection));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          // Out of file descriptors, say: the next attempt may succeed.
          LOG.log(System.Logger.Level.WARNING, "a connection was not accepted", e);
        }
      }
    }
  }

  private void run(Connection connection) {
    try {
      connection.run();
    } finally {
      connections.remove(connection);
    }
  }

  /** Takes no more connections, waits a little for requests under way, then closes. */
  @Override
  public void close() throws IOException {
    listener.close();
    connections.forEach(Connection::finish);
    long until = System.nanoTime() + GRACE.toNanos();
    try {
      while (connections.stream().anyMatch(Connection::isBusy) && System.nanoTime() < until) {
        Thread.sleep(Duration.ofMillis(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(Connection::close);
  }
}
