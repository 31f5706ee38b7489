package dev.zerotomillions.local.functions.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.functions.Calls;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import java.util.ArrayList;
import java.util.Comparator;

/** The operations that tell what is deployed. */
final class Queries {
  private final FunctionRegistry registry;
  private final Concurrency concurrency;
  private final Calls calls;

  Queries(FunctionRegistry registry, Concurrency concurrency, Calls calls) {
    this.registry = registry;
    this.concurrency = concurrency;
    this.calls = calls;
  }

  AwsResponse listFunctions(Call call) throws AwsError {
    var functions = new ArrayList<ObjectNode>();
    for (var each : registry.in(call.request().region())) {
      functions.add(Configuration.of(each.latest(), each.latest().functionArn()));
      if (call.query("FunctionVersion").isPresent()) {
        versions(each).forEach(version -> functions.add(shape(version)));
      }
    }
    return Answers.page(call, "Functions", functions);
  }

  AwsResponse getFunction(Call call) throws AwsError {
    var target = target(call);
    var json = JsonNodeFactory.instance.objectNode();
    json.set("Configuration", Configuration.of(target.version(), target.arn()));
    json.putObject("Code")
        .put("RepositoryType", "S3")
        .put("Location", target.version().code().folder().toUri().toString());
    target
        .function()
        .reserved()
        .ifPresent(
            count -> json.putObject("Concurrency").put("ReservedConcurrentExecutions", count));
    return Answers.ok(json);
  }

  AwsResponse getFunctionConfiguration(Call call) throws AwsError {
    var target = target(call);
    return Answers.ok(Configuration.of(target.version(), target.arn()));
  }

  AwsResponse listVersions(Call call) throws AwsError {
    var function = function(call);
    var all = new ArrayList<ObjectNode>();
    all.add(shape(function.latest()));
    versions(function).forEach(each -> all.add(shape(each)));
    return Answers.page(call, "Versions", all);
  }

  AwsResponse listAliases(Call call) throws AwsError {
    var function = function(call);
    var all =
        function.aliases().values().stream()
            .sorted(Comparator.comparing(each -> each.name()))
            .filter(each -> call.query("FunctionVersion").map(each.version()::equals).orElse(true))
            .map(
                each -> Configuration.of(each, function.latest().functionArn(), revision(function)))
            .toList();
    return Answers.page(call, "Aliases", all);
  }

  AwsResponse getAlias(Call call) throws AwsError {
    var function = function(call);
    var alias = function.aliases().get(call.parts().get(1));
    if (alias == null) {
      throw new AwsError(
          404,
          "ResourceNotFoundException",
          "Cannot find alias arn: %s:%s"
              .formatted(function.latest().functionArn(), call.parts().get(1)));
    }
    return Answers.ok(Configuration.of(alias, function.latest().functionArn(), revision(function)));
  }

  AwsResponse getPolicy(Call call) throws AwsError {
    var target = target(call);
    var policy = JsonNodeFactory.instance.objectNode();
    policy.put("Version", "2012-10-17").put("Id", "default");
    var statements = policy.putArray("Statement");
    target.function().statements().values().stream()
        .filter(each -> each.path("Resource").asText().equals(target.arn()))
        .forEach(statements::add);
    if (statements.isEmpty()) {
      throw new AwsError(
          404, "ResourceNotFoundException", "No policy is associated with the given resource.");
    }
    return Answers.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("Policy", policy.toString())
            .put("RevisionId", revision(target.function())));
  }

  AwsResponse getAccountSettings(Call call) {
    var region = call.request().region();
    var json = JsonNodeFactory.instance.objectNode();
    json.putObject("AccountLimit")
        .put("ConcurrentExecutions", concurrency.account())
        .put("UnreservedConcurrentExecutions", concurrency.unreserved(region));
    json.putObject("AccountUsage").put("FunctionCount", registry.in(region).size());
    return Answers.ok(json);
  }

  private Calls.Target target(Call call) throws AwsError {
    return calls.find(call.function()).orElseThrow(() -> Answers.notFound(call.parts().getFirst()));
  }

  private DeployedFunction function(Call call) throws AwsError {
    return registry
        .find(call.function())
        .orElseThrow(() -> Answers.notFound(call.parts().getFirst()));
  }

  private static java.util.List<FunctionVersion> versions(DeployedFunction function) {
    return function.versions().values().stream()
        .sorted(Comparator.comparingInt(each -> Integer.parseInt(each.version())))
        .toList();
  }

  private static ObjectNode shape(FunctionVersion version) {
    return Configuration.of(version, version.qualifiedArn());
  }

  private static String revision(DeployedFunction function) {
    return function.latest().revision();
  }
}
