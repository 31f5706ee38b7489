package dev.zerotomillions.local.cli;

import dev.zerotomillions.local.gateway.ServedRoute;
import java.util.List;

/** What is printed once the system answers: what to open, and a line to paste for each endpoint. */
final class Banner {
  private Banner() {}

  static String of(Outputs outputs, List<ServedRoute> routes) {
    StringBuilder text = new StringBuilder();
    text.append("%nPhase %d answers at %s%n".formatted(outputs.phase(), outputs.apiUrl()));
    text.append("AWS's tools:     aws --endpoint-url %s ...%n".formatted(outputs.awsEndpoint()));
    text.append("Administrator:   %s, password in outputs.json%n%n".formatted(outputs.admin().email()));
    for (ServedRoute route : routes) {
      text.append(curl(outputs.awsEndpoint(), route)).append('\n');
    }
    return text.toString();
  }

  private static String curl(String root, ServedRoute route) {
    String method = route.method().equals("GET") ? "" : "-X " + route.method() + " ";
    return "  curl %s'%s%s'".formatted(method, root, route.path());
  }
}
