package dev.zerotomillions.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.handlers.FailingInit;
import dev.zerotomillions.local.functions.handlers.Obedient;
import dev.zerotomillions.local.functions.handlers.SlowInit;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.process.ClassJar;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Functions on real processes, deployed by the resource types as the engine would. */
final class TestFunctions implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final List<String> console = new CopyOnWriteArrayList<>();
  final Credentials credentials = new Credentials();
  final Children children;
  final FunctionService service;

  TestFunctions(Path data, UnaryOperator<FunctionSettings> change) throws InterruptedException {
    this(data, change, FunctionObserver.NONE);
  }

  TestFunctions(Path data, UnaryOperator<FunctionSettings> change, FunctionObserver observer)
      throws InterruptedException {
    children = new Children(data);
    var settings = FunctionSettings.defaults(data, URI.create("http://127.0.0.1:4566"));
    service =
        new FunctionService(
            change.apply(settings), children, credentials, code(data), console::add, observer);
  }

  private static CodeStore code(Path data) {
    var folder = data.resolve("code/test");
    ClassJar.write(
        folder.resolve("lib/handlers.jar"),
        List.of(Obedient.class, FailingInit.class, SlowInit.class));
    return (bucket, key) -> new CodeStore.Code(folder, "sha256", 1);
  }

  /** Deploys a function with this handler, and answers its name. */
  String deploy(String logicalId, Class<?> handler, String properties) throws Exception {
    return create("AWS::Lambda::Function", logicalId, function(handler, properties)).physicalId();
  }

  /** Changes a function as the engine would. */
  void update(String type, String logicalId, String physicalId, Class<?> handler, String properties)
      throws Exception {
    type(type)
        .update(
            request(type, logicalId, function(handler, properties)),
            new Provisioned(physicalId, Map.of()),
            object("{}"));
  }

  void delete(String type, String logicalId, String physicalId) throws Exception {
    type(type)
        .delete(request(type, logicalId, object("{}")), new Provisioned(physicalId, Map.of()));
  }

  /** Waits until as many invocations have begun. */
  void awaitStarts(int count) throws Exception {
    eventually(
        () -> console.stream().filter(line -> line.contains("START RequestId")).count() >= count,
        count + " invocations begin");
  }

  /** Waits until something holds that happens soon. */
  static void eventually(Callable<Boolean> condition, String what) throws Exception {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("It never happened that " + what);
      }
      Thread.sleep(10);
    }
  }

  Provisioned create(String type, String logicalId, ObjectNode properties) throws ResourceFailed {
    return type(type).create(request(type, logicalId, properties));
  }

  ResourceType type(String name) {
    return service.resourceTypes().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static ResourceRequest request(String type, String logicalId, ObjectNode properties) {
    return new ResourceRequest("eu-west-1", "000000000000", "Shop", logicalId, type, properties);
  }

  static ObjectNode function(Class<?> handler, String properties) throws IOException {
    var all =
        object(
            """
            {"Runtime": "java25", "Role": "arn:aws:iam::000000000000:role/test",
             "MemorySize": 256, "Timeout": 20,
             "Code": {"S3Bucket": "cdk-assets", "S3Key": "test.zip"}}""");
    all.put("Handler", handler.getName() + "::handleRequest");
    all.setAll(object(properties));
    return all;
  }

  static ObjectNode object(String json) throws IOException {
    return (ObjectNode) JSON.readTree(json);
  }

  Invocation invoke(String function, String what, String with) throws InterruptedException {
    var event = JSON.createObjectNode().put("do", what).put("with", with);
    return service.invoke(function, event.toString().getBytes(StandardCharsets.UTF_8), PATIENCE);
  }

  JsonNode answer(String function, String what, String with) throws Exception {
    var invocation = invoke(function, what, with);
    if (invocation instanceof Invocation.Returned returned) {
      return JSON.readTree(returned.payload());
    }
    throw new AssertionError(invocation + "\n" + text(invocation) + String.join("\n", console));
  }

  JsonNode error(String function, String what, String with) throws Exception {
    var invocation = invoke(function, what, with);
    if (invocation instanceof Invocation.Failed failed) {
      return JSON.readTree(failed.payload());
    }
    throw new AssertionError(invocation + "\n" + text(invocation));
  }

  static String text(Invocation invocation) {
    return switch (invocation) {
      case Invocation.Returned each -> new String(each.payload(), StandardCharsets.UTF_8);
      case Invocation.Failed each -> new String(each.payload(), StandardCharsets.UTF_8);
      default -> invocation.toString();
    };
  }

  @Override
  public void close() {
    service.close();
    children.close();
  }
}
