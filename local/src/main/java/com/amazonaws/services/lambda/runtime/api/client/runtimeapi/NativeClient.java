package com.amazonaws.services.lambda.runtime.api.client.runtimeapi;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API's client in plain Java, for systems that AWS's native one isn't built for (macOS,
 * Windows).
 *
 * <p>It goes before AWS's class of the same name on the class path of a function's process, and has
 * the methods that the rest of AWS's client calls. One thread uses it, the one that runs handlers.
 */
final class NativeClient {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

  private static String host = "";
  private static int port;
  private static String base = "";
  private static @Nullable Socket socket;
  private static @Nullable BufferedInputStream input;

  private NativeClient() {}

  /**
   * Learns where the Runtime API is.
   *
   * @param endpoint host, port, and perhaps a path
   */
  static void init(String endpoint) {
    var slash = endpoint.indexOf('/');
    var address = slash < 0 ? endpoint : endpoint.substring(0, slash);
    var colon = address.lastIndexOf(':');
    host = address.substring(0, colon);
    port = Integer.parseInt(address.substring(colon + 1));
    base = slash < 0 ? "" : endpoint.substring(slash);
  }

  /** Waits for the next invocation. */
  static InvocationRequest next() {
    var headers = new HashMap<String, String>();
    var content = exchange("GET", "next", new byte[0], headers);
    var request = new InvocationRequest();
    request.setId(headers.get("lambda-runtime-aws-request-id"));
    request.setXrayTraceId(headers.get("lambda-runtime-trace-id"));
    request.setInvokedFunctionArn(headers.get("lambda-runtime-invoked-function-arn"));
    request.setDeadlineTimeInMs(
        Long.parseLong(headers.getOrDefault("lambda-runtime-deadline-ms", "0")));
    request.setClientContext(headers.get("lambda-runtime-client-context"));
    request.setCognitoIdentity(headers.get("lambda-runtime-cognito-identity"));
    request.setContent(content);
    return request;
  }

  static void postInvocationResponse(byte[] requestId, byte[] response) {
    var id = new String(requestId, StandardCharsets.UTF_8);
    exchange("POST", id + "/response", response, new HashMap<>());
  }

  private static byte[] exchange(
      String method, String call, byte[] body, Map<String, String> headers) {
    var head =
        "%s %s%s%s HTTP/1.1\r\nHost: %s:%d\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, base, INVOCATION, call, host, port, body.length)
            .getBytes(StandardCharsets.ISO_8859_1);
    try {
      var connection = connection();
      var request = new byte[head.length + body.length];
      System.arraycopy(head, 0, request, 0, head.length);
      System.arraycopy(body, 0, request, head.length, body.length);
      connection.getOutputStream().write(request);
      return answer(call, headers);
    } catch (IOException e) {
      throw new UncheckedIOException("The Lambda Runtime API is gone", e);
    }
  }

  private static Socket connection() throws IOException {
    var open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getByName(host), port);
      open.setTcpNoDelay(true);
      socket = open;
      input = new BufferedInputStream(open.getInputStream(), 64 * 1024);
    }
    return open;
  }

  private static byte[] answer(String call, Map<String, String> headers) throws IOException {
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var content = stream().readNBytes(length);
    if (status >= 300) {
      throw new LambdaRuntimeClientException(INVOCATION + call, status);
    }
    return content;
  }

  private static String line() throws IOException {
    var line = new StringBuilder();
    for (var c = stream().read(); c != '\n'; c = stream().read()) {
      if (c < 0) {
        throw new EOFException("The connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static BufferedInputStream stream() throws IOException {
    var open = input;
    if (open == null) {
      throw new IOException("There is no connection");
    }
    return open;
  }
}
