package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What is printed once the system answers: what to open, and a line to paste for each endpoint. */
final class Banner {
  private final JsonNode examples;

  private Banner(JsonNode examples) {
    this.examples = examples;
  }

  /**
   * @param examples a JSON object that holds, by route, the {@code path} that an example asks for,
   *     its {@code headers} and its {@code body}; each may be missing
   */
  static Banner with(Path examples) throws IOException {
    return new Banner(new ObjectMapper().readTree(Files.readAllBytes(examples)));
  }

  /**
   * @param routes each as {@code GET /pets/{id}}
   */
  String of(Outputs outputs, List<String> routes) {
    StringBuilder text = new StringBuilder();
    text.append("%nPhase %d answers at %s%n%n".formatted(outputs.phase(), outputs.apiUrl()));
    routes.stream().sorted().map(route -> curl(outputs.awsEndpoint(), route)).forEach(text::append);
    text.append(
        """

        Administrator:  %s, whose password scripts/output admin.password prints
        AWS's tools:    aws --endpoint-url %s dynamodb list-tables
        """
            .formatted(outputs.admin().email(), outputs.awsEndpoint()));
    return text.toString();
  }

  private String curl(String root, String route) {
    String method = route.substring(0, route.indexOf(' '));
    JsonNode example = examples.path(route);
    String path = example.path("path").asText(route.substring(route.indexOf(' ') + 1));
    StringBuilder line = new StringBuilder("  curl \"%s%s\"".formatted(root, path));
    if (!method.equals("GET")) {
      line.append(" -X ").append(method);
    }
    for (Iterator<JsonNode> headers = example.path("headers").elements(); headers.hasNext(); ) {
      line.append(" -H \"").append(headers.next().asText()).append('"');
    }
    if (example.has("body")) {
      line.append(" -H \"content-type: application/json\" -d '")
          .append(example.path("body"))
          .append('\'');
    }
    return line.append('\n').toString();
  }
}
