package dev.zerotomillions.shared.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.zerotomillions.shared.http.Contexts;
import dev.zerotomillions.shared.problem.Unavailable;
import dev.zerotomillions.shared.testing.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3FilesTest {
  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;
  private HttpServer server;
  private Files files;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI().getRawPath(),
                      exchange.getRequestHeaders().getFirst("Content-Type"),
                      body));
          assertTrue(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                  .contains("/s3/aws4_request"));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    String endpoint = "http://localhost:" + server.getAddress().getPort();
    files =
        Contexts.start(Api.settings(Map.of("FILES_BUCKET", "files", "AWS_ENDPOINT_URL", endpoint)))
            .getBean(Files.class);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void file_isPutAndDeleted_underItsKey() {
    files.put("exports/a b+c/ü.json", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    status = 204;
    files.delete("exports/x");
    assertEquals(
        List.of(
            "PUT /files/exports/a%20b%2Bc/%C3%BC.json application/json {}",
            "DELETE /files/exports/x null "),
        received);
  }

  @Test
  void refusal_meansToComeAgain() {
    status = 503;
    assertThrows(Unavailable.class, () -> files.put("k", "text/plain", new byte[1]));
    server.stop(0);
    assertThrows(Unavailable.class, () -> files.delete("k"));
  }

  @Test
  void downloadUrl_isSignedForAWhile() {
    String url =
        files.downloadUrl("exports/x.json", "mine.json", Duration.ofMinutes(15)).toString();
    assertTrue(url.contains("/files/exports/x.json?"), url);
    assertTrue(url.contains("X-Amz-Expires=900"), url);
    assertTrue(url.contains("X-Amz-SignedHeaders=host"), url);
    assertTrue(
        url.contains("response-content-disposition=attachment%3B%20filename%3D%22mine.json%22"),
        url);
    assertEquals(List.of(), received);
  }

  @Test
  void uploadUrl_bindsTypeLengthAndDigest() {
    URI url =
        files.uploadUrl(
            "images/x", new Files.Announced("image/png", 10, "abc="), Duration.ofMinutes(15));
    assertTrue(
        url.getRawQuery()
            .contains(
                "X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bx-amz-checksum-sha256"),
        url.toString());
  }

  @Test
  void bucket_hasAHostNameOfItsOwn_onAws() {
    assertEquals(
        URI.create("https://files.s3.eu-west-1.amazonaws.com/a/b"),
        S3Address.of("files", "eu-west-1", null).object("a/b"));
    assertEquals(
        URI.create("https://files.s3.cn-north-1.amazonaws.com.cn/a"),
        S3Address.of("files", "cn-north-1", null).object("a"));
  }
}
