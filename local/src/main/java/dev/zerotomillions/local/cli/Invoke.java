package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code scripts/invoke}: sends an event to one function of the running system, and prints what it
 * answers. Arguments: the data folder, the function's name, and the event's file.
 */
final class Invoke {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private Invoke() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    JsonNode outputs = json.readTree(Path.of(arguments[0], "outputs.json").toFile());
    String event = Files.readString(Path.of(arguments[2]));
    try (ResponseSink sink = ResponseSink.open()) {
      String filled = new Placeholders(outputs, sink).fill(event);
      HttpResponse<String> answer = send(outputs, arguments[1], filled);
      IO.println(pretty(json, answer.body()));
      sink.received().ifPresent(body -> IO.println("Sent to the response URL: " + body));
      System.exit(answer.statusCode() == 200 ? 0 : 1);
    } catch (CannotStart e) {
      System.err.println("scripts/invoke: " + e.getMessage());
      System.exit(1);
    }
  }

  private static HttpResponse<String> send(JsonNode outputs, String function, String event)
      throws IOException, InterruptedException {
    URI uri = URI.create(outputs.path("awsEndpoint").asText() + "/_local/invoke/" + function);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("X-Local-Control", "invoke")
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  private static String pretty(ObjectMapper json, String answer) throws IOException {
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(answer));
  }
}
