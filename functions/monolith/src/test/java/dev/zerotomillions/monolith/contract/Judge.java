package dev.zerotomillions.monolith.contract;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what is wrong with an answer, by the document of its operation. */
final class Judge {
  private final Operation operation;
  private final ApiResponse answer;
  private final List<String> faults = new ArrayList<>();

  private Judge(Operation operation, ApiResponse answer) {
    this.operation = operation;
    this.answer = answer;
  }

  static List<String> faults(Operation operation, boolean isForbidden, ApiResponse answer) {
    var judge = new Judge(operation, answer);
    judge.status(isForbidden);
    if (operation.tells(answer.status())) {
      Map<?, ?> response = operation.response(answer.status());
      judge.body(response);
      judge.headers(response);
    }
    return judge.faults;
  }

  private void status(boolean isForbidden) {
    if (!operation.tells(answer.status())) {
      faults.add("the document tells of no status " + answer.status());
    }
    if (answer.status() >= 500) {
      faults.add("a request made it fail");
    }
    if (isForbidden && answer.status() < 300) {
      faults.add("it accepts what the document forbids");
    }
  }

  private void body(Map<?, ?> response) {
    var type = String.valueOf(answer.header("content-type"));
    if (!(response.get("content") instanceof Map<?, ?> content)) {
      if (!answer.body().isEmpty()) {
        faults.add("the document tells of no body");
      }
    } else if (!(content.get(type) instanceof Map<?, ?> media)) {
      faults.add("the document tells of no " + type);
    } else {
      var schema = Contract.object(media.get("schema"));
      faults.addAll(operation.contract().violationsOfOurs(schema, answer.body()));
      if (type.equals("application/problem+json")
          && !Long.valueOf(answer.status()).equals(answer.get("status"))) {
        faults.add("the problem has another status than the answer");
      }
    }
  }

  private void headers(Map<?, ?> response) {
    Map<?, ?> told = Contract.object(response.get("headers"));
    told.forEach((name, header) -> header(String.valueOf(name), Contract.object(header)));
    var names = told.keySet().stream().map(name -> lower(String.valueOf(name))).toList();
    answer.headers().keySet().stream()
        .map(String::valueOf)
        .filter(name -> !name.equals("content-type") && !name.startsWith("access-control-"))
        .filter(name -> !names.contains(name))
        .forEach(name -> faults.add("the document tells of no header " + name));
  }

  private void header(String name, Map<?, ?> reference) {
    Map<?, ?> header = operation.contract().resolved(reference);
    var value = answer.header(lower(name));
    if (value != null) {
      operation
          .contract()
          .violations(Contract.object(header.get("schema")), Json.writeText(value))
          .forEach(fault -> faults.add(name + ": " + fault));
    } else if (Boolean.TRUE.equals(header.get("required"))) {
      faults.add("the header " + name + " is missing");
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
