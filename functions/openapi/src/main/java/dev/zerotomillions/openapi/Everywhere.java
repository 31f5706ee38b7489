package dev.zerotomillions.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the entry handler does for every operation, whatever its controller is. */
final class Everywhere {
  private Everywhere() {}

  static void state(Document document) {
    document.operations().forEach(operation -> state(document, operation));
    document.components("responses").values().forEach(Everywhere::correlate);
  }

  private static void state(Document document, Operation operation) {
    operation.mayAnswer(406, "NotAcceptable");
    operation.mayAnswer(500, "InternalError");
    operation.mayAnswer(503, "Unavailable");
    if (operation.isInternal()) {
      operation.members().put("security", List.of(Map.of("iam", List.of())));
      operation.mayAnswer(404, "NotThere");
    }
    if (operation.parameters().stream().anyMatch(Everywhere::isDecoded)) {
      operation.mayAnswer(400, "BadRequest");
    }
    operation.responses().values().forEach(Everywhere::correlate);
    operation.setParameters(parameters(document, operation));
    operation.sortResponses();
  }

  private static boolean isDecoded(Map<String, @Nullable Object> parameter) {
    return "path".equals(parameter.get("in")) || "query".equals(parameter.get("in"));
  }

  private static void correlate(@Nullable Object response) {
    var members = Tree.object(response);
    if (!members.containsKey("$ref")) {
      Tree.child(members, "headers")
          .put("X-Correlation-Id", Tree.reference("#/components/headers/X-Correlation-Id"));
    }
  }

  /** Whether the controller says nothing of it but its name. */
  private static boolean isPlain(Map<String, @Nullable Object> parameter) {
    return Set.of("type", "format").containsAll(Tree.child(parameter, "schema").keySet());
  }

  /** The operation's own, of which some are the same for all that have them. */
  private static List<Map<String, @Nullable Object>> parameters(
      Document document, Operation operation) {
    List<Map<String, @Nullable Object>> parameters = new ArrayList<>();
    for (var parameter : operation.parameters()) {
      var name = String.valueOf(parameter.get("name"));
      var isShared = isPlain(parameter) && document.components("parameters").containsKey(name);
      parameters.add(isShared ? Tree.reference("#/components/parameters/" + name) : parameter);
    }
    parameters.add(Tree.reference("#/components/parameters/X-Correlation-Id"));
    return parameters;
  }
}
