package dev.zerotomillions.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An operation of a document. */
record Operation(String path, Map<String, @Nullable Object> members) {

  String id() {
    return String.valueOf(members.get("operationId"));
  }

  /** Whether only functions of ours may ask for it. */
  boolean isInternal() {
    return path.startsWith("/internal/");
  }

  List<Map<String, @Nullable Object>> parameters() {
    return Tree.children(members, "parameters");
  }

  void setParameters(List<Map<String, @Nullable Object>> parameters) {
    members.put("parameters", new ArrayList<>(parameters));
  }

  Map<String, @Nullable Object> responses() {
    return Tree.child(members, "responses");
  }

  /** Adds a response of the common ones, unless the operation says itself what it means by it. */
  void mayAnswer(int status, String response) {
    responses().putIfAbsent(Integer.toString(status), response(response));
  }

  private static Map<String, @Nullable Object> response(String name) {
    return Tree.reference("#/components/responses/" + name);
  }

  void sortResponses() {
    members.put("responses", new TreeMap<>(responses()));
  }

  /** What the operation says of its JSON body, if it takes one. */
  Optional<Map<String, @Nullable Object>> jsonBody() {
    if (members.get("requestBody") instanceof Map<?, ?> body
        && body.get("content") instanceof Map<?, ?> content
        && content.get("application/json") instanceof Map<?, ?> json) {
      return Optional.of(Tree.object(json));
    }
    return Optional.empty();
  }
}
