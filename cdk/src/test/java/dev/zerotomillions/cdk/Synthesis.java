package dev.zerotomillions.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.cdk.endpoints.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** A cloud assembly made for tests, once per context and JVM. */
record Synthesis(App app, Path out) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Input, Synthesis> CACHE = new ConcurrentHashMap<>();

  private record Input(Map<String, String> context, Registry registry) {}

  /** A resource of a template, with its logical id. */
  record Resource(String id, JsonNode body) {
    String type() {
      return body.get("Type").asText();
    }

    JsonNode properties() {
      return body.path("Properties");
    }
  }

  /** Every combination that is deployable now. */
  static Stream<Map<String, String>> contexts() {
    return Stream.of("0", "1", "4")
        .flatMap(phase -> Stream.of("http", "rest").map(gateway -> context(phase, gateway)))
        .flatMap(context -> Stream.of(context, withStripe(context)));
  }

  static Map<String, String> withStripe(Map<String, String> context) {
    Map<String, String> stripe = new TreeMap<>(context);
    stripe.put("payments", "stripe");
    return stripe;
  }

  static Map<String, String> context(String phase, String gateway) {
    return new TreeMap<>(Map.of("phase", phase, "gateway", gateway));
  }

  static Synthesis of(Map<String, String> context) {
    return of(context, Registry.ofShop());
  }

  static Synthesis of(Map<String, String> context, Registry registry) {
    return CACHE.computeIfAbsent(
        new Input(new TreeMap<>(context), registry), Synthesis::synthesize);
  }

  static Synthesis of(String phase, String gateway) {
    return of(context(phase, gateway));
  }

  private static Synthesis synthesize(Input input) {
    try {
      Path out = Files.createTempDirectory("cdk-test");
      App app = new App(ShopApp.props().outdir(out.toString()).build());
      ShopApp.addStacks(app, settings(input.context), input.registry);
      app.synth();
      return new Synthesis(app, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Settings settings(Map<String, String> context) {
    Map<String, String> complete = new TreeMap<>(context);
    complete.putIfAbsent("assets", StandIns.folder().toString());
    return Settings.from(complete::get);
  }

  Stack stack(String name) {
    return (Stack) app.getNode().findChild(name);
  }

  Template template(String stack) {
    return Template.fromStack(stack(stack));
  }

  JsonNode json(String stack) {
    try {
      return JSON.readTree(out.resolve(stack + ".template.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<Resource> resources(String stack) {
    return StreamSupport.stream(
            ((Iterable<Map.Entry<String, JsonNode>>) json(stack).get("Resources").properties())
                .spliterator(),
            false)
        .map(entry -> new Resource(entry.getKey(), entry.getValue()));
  }

  Stream<Resource> resources(String stack, String type) {
    return resources(stack).filter(resource -> resource.type().equals(type));
  }

  Stream<String> stacks() {
    return app.getNode().getChildren().stream()
        .filter(Stack.class::isInstance)
        .map(stack -> stack.getNode().getId());
  }
}
