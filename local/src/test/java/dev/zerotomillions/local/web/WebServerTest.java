package dev.zerotomillions.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        WebServer.start(
            0,
            request ->
                switch (request.path()) {
                  case "/bug" -> throw new IllegalStateException("a defect");
                  case "/split" ->
                      new WebResponse(200, WebHeaders.of("X", "a\r\nY: b"), new byte[0]);
                  case "/empty" -> new WebResponse(204, WebHeaders.none(), new byte[0]);
                  default ->
                      WebResponse.text(
                          200,
                          "%s %s?%s %s"
                              .formatted(
                                  request.method(),
                                  request.path(),
                                  request.query(),
                                  new String(request.body(), StandardCharsets.UTF_8)));
                });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  /** Everything that the server answers to some bytes until it closes or falls silent. */
  private String raw(byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(300);
      socket.getOutputStream().write(bytes);
      StringBuilder answer = new StringBuilder();
      byte[] buffer = new byte[64 * 1024];
      try {
        for (int n = socket.getInputStream().read(buffer);
            n >= 0;
            n = socket.getInputStream().read(buffer)) {
          answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
      } catch (SocketTimeoutException e) {
        answer.append("<silence>");
      }
      return answer.toString();
    }
  }

  private String raw(String text) throws IOException {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String status(String answer) {
    return answer.isEmpty() ? "" : answer.substring(9, 12);
  }

  @Test
  void connection_servesOneRequestAfterTheOther_pipelinedToo() throws Exception {
    String answer =
        raw(
            "GET /a?b=c HTTP/1.1\r\nHost: h\r\n\r\n"
                + "POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi"
                + "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1\r\ny\r\n2;x=y\r\nes\r\n0\r\nTrailer: t\r\n\r\n"
                + "GET /d HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    for (String expected :
        new String[] {"GET /a?b=c ", "POST /b? hi", "POST /c? yes", "GET /d? "}) {
      assertTrue(answer.contains(expected), expected + " in " + answer);
    }
    assertFalse(answer.contains("<silence>"));
  }

  @Test
  void malformedRequest_isRefused_andTheConnectionClosed() throws Exception {
    String[][] cases = {
      {"400", "GET /\r\nHost: h\r\n\r\n"},
      {"400", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"},
      {"400", "G\u0001T / HTTP/1.1\r\nHost: h\r\n\r\n"},
      {"400", "GET nothing HTTP/1.1\r\nHost: h\r\n\r\n"},
      {"400", "GET /\u0007 HTTP/1.1\r\nHost: h\r\n\r\n"},
      {"400", "GET / HTTP/1.1\r\n\r\n"},
      {"400", "GET / HTTP/1.1\r\nHost: h\r\nBad Name: x\r\n\r\n"},
      {"400", "GET / HTTP/1.1\r\nHost: h\r\nName : x\r\n\r\n"},
      {"400", "GET / HTTP/1.1\r\nHost: h\r\n folded: x\r\n\r\n"},
      {"400", "GET / HTTP/1.1\r\nHost: h\r\nX: a\u0000b\r\n\r\n"},
      {"400", "GET / HTTP/1.1\r\nHost: h\r\nX: a\rb\r\n\r\n"},
      {"400", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n"},
      {"400", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"},
      {
        "400",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
      },
      {"400", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"},
      {"400", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n"},
      {"501", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"},
      {"505", "GET / HTTP/2.0\r\nHost: h\r\n\r\n"},
      {"413", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\n"},
      {"431", "GET /" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"},
      {"431", "GET / HTTP/1.1\r\nHost: h\r\n" + "A: b\r\n".repeat(300) + "\r\n"},
    };
    for (String[] each : cases) {
      String answer = raw(each[1] + "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
      assertEquals(each[0], status(answer), each[1].lines().findFirst().orElse(""));
      assertFalse(answer.contains("smuggled"), each[1]);
    }
  }

  @Test
  void target_mayBeAbsolute_orHoldWhatBrowsersLeaveUnencoded() throws Exception {
    String close = " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    assertTrue(raw("GET http://h:1/a?b" + close).contains("GET /a?b "));
    assertTrue(raw("GET /a|b[]{}\"<>^`?x=|" + close).contains("GET /a|b[]{}\"<>^`?x=| "));
    assertTrue(raw("GET /ü" + close).contains("GET /%C3%BC? "));
    assertTrue(raw("OPTIONS *" + close).contains("OPTIONS /*? "));
  }

  @Test
  void defectOfAHandler_isAnsweredAndEndsNothing() throws Exception {
    try (WebClient client = new WebClient(server.port())) {
      assertEquals(500, send(client, "/bug").status());
      assertEquals(500, send(client, "/split").status());
      assertEquals(204, send(client, "/empty").status());
      assertEquals(200, send(client, "/").status());
    }
  }

  @Test
  void expectation_isMetBeforeTheBodyIsSent() throws Exception {
    String head = "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    assertTrue(raw(head).startsWith("HTTP/1.1 100 Continue\r\n\r\n"));
  }

  @Test
  void randomBytes_neverGetA500_andLeaveTheServerUp() throws Exception {
    Random random = new Random(20261125);
    String seed =
        "POST /a?b=%zz HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nCookie: a=b\r\n\r\nabcGET / HTTP/1.1\r\nHost: h\r\n\r\n";
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?>[] all = new Future<?>[200];
      for (int i = 0; i < all.length; i++) {
        byte[] bytes = seed.getBytes(StandardCharsets.US_ASCII);
        for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        all[i] =
            clients.submit(
                () -> {
                  String answer = raw(bytes);
                  assertFalse(
                      answer.contains("HTTP/1.1 500"),
                      new String(bytes, StandardCharsets.ISO_8859_1));
                  return null;
                });
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    try (WebClient client = new WebClient(server.port())) {
      assertEquals(200, send(client, "/").status());
    }
  }

  @Test
  void closing_letsARequestUnderWayFinish() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    WebServer slow =
        WebServer.start(
            0,
            request -> {
              arrived.countDown();
              closing.await();
              return WebResponse.text(200, "finished");
            });
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor();
        WebClient client = new WebClient(slow.port())) {
      Future<WebResponse> answer = other.submit(() -> send(client, "/"));
      arrived.await();
      Future<?> closed =
          other.submit(
              () -> {
                slow.close();
                return null;
              });
      awaitRefusal(slow.port());
      closing.countDown();
      assertEquals("finished", new String(answer.get().body(), StandardCharsets.UTF_8));
      closed.get();
    }
  }

  private static void awaitRefusal(int port) {
    assertThrows(
        ConnectException.class,
        () -> {
          for (int i = 0; i < 10_000; i++) {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
          }
        });
  }

  private static WebResponse send(WebClient client, String target) throws IOException {
    return client.send("GET", target, WebHeaders.none(), new byte[0], Duration.ofSeconds(10));
  }
}
