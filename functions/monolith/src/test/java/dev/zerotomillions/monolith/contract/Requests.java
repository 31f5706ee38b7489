package dev.zerotomillions.monolith.contract;

import dev.zerotomillions.monolith.Shop;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes an operation's requests: as its document has them, or with something amiss. */
final class Requests {
  private static final List<String> MEDIA_TYPES =
      List.of("text/html", "", ";", "application/json; charset=utf-16", "*/*", "image/png");

  private final Operation operation;
  private final Known known;
  private final Callers callers;
  private final Random random;
  private final Values values;
  private final Hostile hostile;

  Requests(Operation operation, Known known, Callers callers, Random random) {
    this.operation = operation;
    this.known = known;
    this.callers = callers;
    this.random = random;
    this.values = new Values(operation.contract(), random);
    this.hostile = new Hostile(random);
  }

  /** A request that is as the document says, and asks for what is there. */
  Attempt good() {
    return written(draft(true));
  }

  /** A request in which up to two things are odd. */
  Attempt odd() {
    Attempt attempt = draft(random.nextInt(3) > 0);
    for (int i = random.nextInt(3); i > 0; i--) {
      makeOdd(attempt);
    }
    Attempt written = written(attempt);
    if (random.nextInt(4) == 0) {
      spoilBody(written);
    }
    return written;
  }

  private Attempt draft(boolean asInExample) {
    var attempt = new Attempt(operation);
    callers.authorize(operation, attempt);
    for (var parameter : operation.parameters()) {
      switch (parameter.in()) {
        case "path" -> attempt.path(parameter.name(), Attempt.encoded(pathValue(parameter)));
        case "query" -> {
          if (parameter.required() || (!asInExample && random.nextBoolean())) {
            attempt.query(parameter.name(), value(parameter));
          }
        }
        default -> {
          if (parameter.required()) {
            attempt.header(parameter.name(), UUID.randomUUID().toString());
          }
        }
      }
    }
    operation
        .body()
        .ifPresent(
            body -> {
              attempt.header("content-type", body.mediaType());
              attempt.body =
                  asInExample && body.example() != null
                      ? filled(body.example())
                      : values.of(body.schema());
            });
    return attempt;
  }

  private String pathValue(Operation.Parameter parameter) {
    var before = operation.path().substring(0, operation.path().indexOf("/{"));
    var of =
        parameter.name().equals("id")
            ? before.substring(before.lastIndexOf('/') + 1)
            : parameter.name();
    boolean isNew =
        operation.method().equals("PUT") ? random.nextBoolean() : random.nextInt(8) == 0;
    var there = known.any(of, random);
    return there.isEmpty() || isNew ? value(parameter) : there.get();
  }

  private String value(Operation.Parameter parameter) {
    return String.valueOf(values.of(parameter.schema()));
  }

  /** An example, about what is there. */
  private @Nullable Object filled(@Nullable Object example) {
    if (example instanceof List<?> elements) {
      return elements.stream().map(this::filled).toList();
    }
    if (!(example instanceof Map<?, ?> members)) {
      return example;
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    members.forEach(
        (key, member) -> {
          var name = String.valueOf(key);
          copy.put(
              name,
              member instanceof String text
                  ? known.any(name, random).filter(_ -> !isFresh(name)).orElse(fresh(name, text))
                  : filled(member));
        });
    return copy;
  }

  private boolean isFresh(String name) {
    return name.equals("email") && random.nextBoolean();
  }

  private static String fresh(String name, String example) {
    return name.equals("email") ? UUID.randomUUID() + "@example.com" : example;
  }

  private void makeOdd(Attempt attempt) {
    switch (random.nextInt(7)) {
      case 0 -> callers.misauthorize(operation, attempt, random);
      case 1 -> oddHeader(attempt);
      case 2 -> oddPath(attempt);
      case 3 -> oddQuery(attempt);
      default -> {
        if (attempt.body != null) {
          attempt.body = hostile.spoilt(attempt.body);
        }
      }
    }
  }

  private void oddHeader(Attempt attempt) {
    switch (random.nextInt(4)) {
      case 0 -> attempt.header("accept", random.nextBoolean() ? "text/html" : hostile.text());
      case 1 -> attempt.header("content-type", MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size())));
      default -> {
        for (var parameter : operation.parameters("header")) {
          if (parameter.required() && random.nextInt(3) == 0) {
            attempt.withoutHeader(parameter.name());
            attempt.allow(parameter.name(), false);
          } else if (random.nextInt(3) == 0) {
            var value = random.nextInt(4) == 0 ? value(parameter) : hostile.text();
            attempt.header(parameter.name(), value);
            attempt.allow(parameter.name(), !parameter.required() || allows(parameter, value));
          }
        }
      }
    }
  }

  private void oddPath(Attempt attempt) {
    for (var parameter : operation.parameters("path")) {
      var value = hostile.text();
      boolean isRaw = random.nextInt(4) == 0;
      attempt.path(parameter.name(), isRaw ? "%zz" : Attempt.encoded(value));
      attempt.allow(parameter.name(), !isRaw && allows(parameter, value));
    }
  }

  private void oddQuery(Attempt attempt) {
    var parameters = operation.parameters("query");
    if (parameters.isEmpty() || random.nextInt(6) == 0) {
      attempt.rawQuery(
          random.nextBoolean() ? "%zz=%" : "unknown=" + Attempt.encoded(hostile.text()));
      return;
    }
    var parameter = parameters.get(random.nextInt(parameters.size()));
    attempt.query(parameter.name(), random.nextInt(3) == 0 ? value(parameter) : hostile.text());
  }

  /** Whether a parameter's text is what its schema says. */
  private boolean allows(Operation.Parameter parameter, String value) {
    return operation.contract().violations(parameter.schema(), Json.writeText(value)).isEmpty();
  }

  private Attempt written(Attempt attempt) {
    var body = operation.body();
    if (body.isPresent()) {
      boolean isForm = body.get().mediaType().endsWith("form-urlencoded");
      attempt.text =
          isForm && attempt.body instanceof Map<?, ?> fields
              ? Attempt.form(fields)
              : Json.writeText(attempt.body);
      attempt.allow("body", isForm || allows(body.get(), attempt.text));
    }
    if (operation.parameters("header").stream()
        .anyMatch(parameter -> parameter.name().equals("Stripe-Signature"))) {
      attempt.header("stripe-signature", Shop.signature(String.valueOf(attempt.text)));
    }
    return attempt;
  }

  private void spoilBody(Attempt attempt) {
    if (random.nextInt(6) == 0) {
      attempt.bytes(new byte[] {(byte) 0xff, '{', (byte) 0xc0});
    } else if (random.nextInt(4) == 0 && attempt.text != null) {
      attempt.bytes(attempt.text.getBytes(StandardCharsets.UTF_8));
    } else {
      attempt.text = hostile.body();
      attempt.allow("body", true);
    }
  }

  private boolean allows(Operation.Body body, String text) {
    try {
      Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (Problem e) {
      return false;
    }
    return operation.contract().violations(body.schema(), text).isEmpty();
  }
}
