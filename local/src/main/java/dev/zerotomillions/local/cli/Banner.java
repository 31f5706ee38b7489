package dev.zerotomillions.local.cli;

/** What is printed once the system answers: what to open, and a line to paste for each endpoint. */
final class Banner {
  private Banner() {}

  static String of(Outputs outputs) {
    StringBuilder text = new StringBuilder();
    text.append("%nPhase %d answers at %s%n".formatted(outputs.phase(), outputs.apiUrl()));
    text.append("AWS's tools:     aws --endpoint-url %s ...%n".formatted(outputs.awsEndpoint()));
    text.append(
        "Administrator:   %s, password in outputs.json%n%n".formatted(outputs.admin().email()));
    return text.toString();
  }
}
