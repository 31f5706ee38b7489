package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Where the running system is, for people, scripts and tests.
 *
 * <p>{@code siteUrl} and {@code consoleUrl} are null as long as there is no page to open.
 *
 * @param apiUrl ends in {@code /api}
 * @param awsEndpoint what AWS's tools take as their endpoint
 */
record Outputs(
    int phase, List<String> regions, String apiUrl, String awsEndpoint, Administrator admin) {

  static Outputs at(int port, int phase, List<String> regions, Administrator admin) {
    String root = "http://localhost:" + port;
    return new Outputs(phase, regions, root + "/api", root, admin);
  }

  ObjectNode toJson(ObjectMapper json) {
    ObjectNode outputs = json.createObjectNode().put("phase", phase);
    regions.forEach(outputs.putArray("regions")::add);
    outputs.put("apiUrl", apiUrl).putNull("siteUrl").putNull("consoleUrl");
    outputs.put("awsEndpoint", awsEndpoint);
    outputs.putObject("admin").put("email", admin.email()).put("password", admin.password());
    return outputs;
  }
}
