package dev.zerotomillions.local.xray;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A trace in a few words. */
record Summary(Trace trace, List<JsonNode> parts) {
  static Summary of(Trace trace) {
    return new Summary(trace, trace.parts());
  }

  double duration() {
    return trace.end() - trace.start();
  }

  double responseTime() {
    JsonNode root = trace.root();
    return Trace.end(root) - root.path("start_time").asDouble();
  }

  /** Whether any part has a flag: {@code fault}, {@code error} or {@code throttle}. */
  boolean has(String flag) {
    return parts.stream().anyMatch(each -> each.path(flag).asBoolean());
  }

  boolean hasService(String name) {
    return trace.segments().stream().anyMatch(each -> each.path("name").asText().equals(name));
  }

  Map<String, Set<JsonNode>> annotations() {
    Map<String, Set<JsonNode>> annotations = new LinkedHashMap<>();
    for (JsonNode part : parts) {
      part.path("annotations")
          .properties()
          .forEach(
              each ->
                  annotations
                      .computeIfAbsent(each.getKey(), key -> new LinkedHashSet<>())
                      .add(each.getValue()));
    }
    return annotations;
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("Id", trace.id()).put("StartTime", trace.start());
    json.put("Duration", duration()).put("ResponseTime", responseTime());
    json.put("HasFault", has("fault")).put("HasError", has("error"));
    json.put("HasThrottle", has("throttle")).put("IsPartial", has("in_progress"));
    http(json.putObject("Http"));
    ObjectNode byKey = json.putObject("Annotations");
    annotations().forEach((key, values) -> annotations(byKey.putArray(key), values));
    ArrayNode services = json.putArray("ServiceIds");
    trace.segments().forEach(each -> service(services.addObject(), each));
    service(json.putObject("EntryPoint"), trace.root());
    return json.put("Revision", trace.segments().size());
  }

  private void http(ObjectNode json) {
    JsonNode http = trace.root().path("http");
    copy(http.at("/request/url"), json, "HttpURL");
    copy(http.at("/request/method"), json, "HttpMethod");
    copy(http.at("/response/status"), json, "HttpStatus");
    copy(http.at("/request/user_agent"), json, "UserAgent");
    copy(http.at("/request/client_ip"), json, "ClientIp");
  }

  private static void copy(JsonNode value, ObjectNode json, String name) {
    if (value.isValueNode()) {
      json.set(name, value);
    }
  }

  private static void annotations(ArrayNode array, Set<JsonNode> values) {
    for (JsonNode value : values) {
      String type =
          value.isNumber() ? "NumberValue" : value.isBoolean() ? "BooleanValue" : "StringValue";
      array.addObject().putObject("AnnotationValue").set(type, value);
    }
  }

  private static void service(ObjectNode json, JsonNode segment) {
    String name = segment.path("name").asText();
    json.put("Name", name).put("Type", segment.path("origin").asText("client"));
    json.putArray("Names").add(name);
  }
}
