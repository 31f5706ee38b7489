package dev.zerotomillions.monolith.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation that a document tells of. */
record Operation(Contract contract, String method, String path, Map<?, ?> members) {

  /** A parameter of the operation, without references. */
  record Parameter(String name, String in, boolean required, Map<?, ?> schema) {}

  /** A kind of body that the operation takes. */
  record Body(String mediaType, Object schema, @Nullable Object example) {}

  String id() {
    return String.valueOf(members.get("operationId"));
  }

  boolean isInternal() {
    return path.startsWith("/internal/");
  }

  /** Whether a token is needed, or whatever else the scheme wants. */
  boolean wants(String scheme) {
    return members.get("security") instanceof List<?> requirements
        && requirements.stream().anyMatch(one -> Contract.object(one).containsKey(scheme));
  }

  /** Whether it answers the status, as the document tells. */
  boolean tells(int status) {
    return responses().containsKey(Integer.toString(status));
  }

  Map<?, ?> response(int status) {
    return contract.resolved(responses().get(Integer.toString(status)));
  }

  private Map<?, ?> responses() {
    return Contract.object(members.get("responses"));
  }

  List<Parameter> parameters() {
    return members.get("parameters") instanceof List<?> list
        ? list.stream().map(contract::resolved).map(Operation::parameter).toList()
        : List.of();
  }

  private static Parameter parameter(Map<?, ?> parameter) {
    return new Parameter(
        String.valueOf(parameter.get("name")),
        String.valueOf(parameter.get("in")),
        Boolean.TRUE.equals(parameter.get("required")),
        Contract.object(parameter.get("schema")));
  }

  List<Parameter> parameters(String in) {
    return parameters().stream().filter(parameter -> parameter.in().equals(in)).toList();
  }

  Optional<Body> body() {
    if (!(members.get("requestBody") instanceof Map<?, ?> body)) {
      return Optional.empty();
    }
    var kind = Contract.object(body.get("content")).entrySet().iterator().next();
    Map<?, ?> media = Contract.object(kind.getValue());
    Map<?, ?> schema = contract.resolved(media.get("schema"));
    Object example =
        schema.get("examples") instanceof List<?> examples
            ? examples.getFirst()
            : media.get("example");
    return Optional.of(new Body(String.valueOf(kind.getKey()), schema, example));
  }

  @Override
  public String toString() {
    return id() + " (" + method + " " + path + " in " + contract + ")";
  }
}
