package dev.zerotomillions.local.cli;

import java.util.List;

/** What is printed once the system answers: what to open, and a line to paste for each endpoint. */
final class Banner {
  private static final String JSON = " -H 'content-type: application/json'";

  private Banner() {}

  /**
   * @param routes each as {@code GET /pets/{id}}
   */
  static String of(Outputs outputs, List<String> routes) {
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

  private static String curl(String root, String route) {
    String[] parts = route.split(" ", 2);
    String body = parts[0].equals("GET") ? "" : " -X " + parts[0] + JSON + " -d @body.json";
    return "  curl '%s%s'%s%n".formatted(root, parts[1], body);
  }
}
