package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda Runtime API, on a loopback port of its own.
 *
 * <p>Each environment has its own base path. Waiting for an invocation costs no running thread: the
 * one that has an invocation writes it to the waiting runtime's connection itself.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime/";

  private final ServerSocket server;
  private final Map<String, RuntimeCalls> environments = new ConcurrentHashMap<>();

  RuntimeApi() {
    try {
      server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("Can't open a port for the Lambda Runtime API", e);
    }
    Thread.ofPlatform().daemon().name("runtime API").start(this::accept);
  }

  /** Admits an environment; the answer is what its runtime finds as AWS_LAMBDA_RUNTIME_API. */
  String admit(String id, RuntimeCalls environment) {
    environments.put(id, environment);
    return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/" + id;
  }

  void dismiss(String id) {
    environments.remove(id);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().name("runtime connection").start(() -> serve(socket));
      } catch (SocketException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException("The Lambda Runtime API ended", e);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The Lambda Runtime API ended", e);
      }
    }
  }

  private void serve(Socket socket) {
    @Nullable WaitingRuntime waiting = null;
    try (socket) {
      socket.setTcpNoDelay(true);
      var input = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
      var output = socket.getOutputStream();
      for (var request = RuntimeRequest.read(input, output, Limits.RESPONSE + 1);
          request != null;
          request = RuntimeRequest.read(input, output, Limits.RESPONSE + 1)) {
        if (waiting != null) {
          waiting.wasRead();
        }
        waiting = answer(request, output);
      }
      if (waiting != null) {
        waiting.wasRead();
      }
    } catch (IOException e) {
      // The process ended in the middle of a call: its exit code tells its environment the rest.
      if (waiting != null) {
        waiting.wasLost();
      }
    }
  }

  /** Answers a call, unless it is one for the next invocation, whose answer comes later. */
  private @Nullable WaitingRuntime answer(RuntimeRequest request, OutputStream output)
      throws IOException {
    var path = request.path();
    var end = path.indexOf(VERSION);
    var environment = end < 1 ? null : environments.get(path.substring(1, end));
    if (environment == null) {
      RuntimeReply.error(404, "InvalidEnvironment", "No such environment").writeTo(output);
      return null;
    }
    var call = path.substring(end + VERSION.length());
    if (!call.equals("invocation/next")) {
      reply(environment, call, request).writeTo(output);
      return null;
    }
    var waiting = new WaitingRuntime(output);
    environment.next(waiting);
    return waiting;
  }

  private static RuntimeReply reply(RuntimeCalls environment, String call, RuntimeRequest request) {
    var parts = call.split("/", -1);
    if (parts.length == 3 && parts[0].equals("invocation") && parts[2].equals("response")) {
      return environment.returned(parts[1], request);
    } else if (parts.length == 3 && parts[0].equals("invocation") && parts[2].equals("error")) {
      return environment.failed(parts[1], request);
    } else if (call.equals("init/error") || call.equals("restore/error")) {
      return environment.initFailed(request);
    } else if (call.equals("restore/next")) {
      return environment.restore();
    }
    return RuntimeReply.error(404, "InvalidPath", "The Runtime API has no such call");
  }
}
