package dev.zerotomillions.local.functions.api;

import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import dev.zerotomillions.local.functions.Calls;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lambda's API: what is deployed can be listed and invoked; deploying is CloudFormation's. */
public final class LambdaApi implements AwsApi {

  private record Route(String method, Pattern path, String action, Operation operation) {

    /** A request's call of this operation; none where it means another. */
    Optional<Call> call(AwsRequest request) {
      Matcher matcher = path.matcher(request.path().replaceFirst("/$", ""));
      return method.equals(request.method()) && matcher.matches()
          ? Optional.of(
              new Call(
                  request,
                  IntStream.rangeClosed(1, matcher.groupCount())
                      .mapToObj(matcher::group)
                      .map(
                          part ->
                              URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                      .toList()))
          : Optional.empty();
    }
  }

  private final List<Route> routes = new ArrayList<>();

  /**
   * Makes the API.
   *
   * @param later queues an event for a function
   */
  public LambdaApi(
      FunctionRegistry registry,
      Concurrency concurrency,
      Calls calls,
      BiFunction<String, byte[], Invocation> later) {
    var queries = new Queries(registry, concurrency, calls);
    var reservations = new Reservations(registry);
    route("GET", "2015-03-31/functions", "ListFunctions", queries::listFunctions);
    route("GET", "2015-03-31/functions/{}", "GetFunction", queries::getFunction);
    route(
        "GET",
        "2015-03-31/functions/{}/configuration",
        "GetFunctionConfiguration",
        queries::getFunctionConfiguration);
    route(
        "POST", "2015-03-31/functions/{}/invocations", "InvokeFunction", new Invoke(calls, later));
    route(
        "GET", "2015-03-31/functions/{}/versions", "ListVersionsByFunction", queries::listVersions);
    route("GET", "2015-03-31/functions/{}/aliases", "ListAliases", queries::listAliases);
    route("GET", "2015-03-31/functions/{}/aliases/{}", "GetAlias", queries::getAlias);
    route("GET", "2015-03-31/functions/{}/policy", "GetPolicy", queries::getPolicy);
    route("GET", "2016-08-19/account-settings", "GetAccountSettings", queries::getAccountSettings);
    route(
        "GET", "2019-09-30/functions/{}/concurrency", "GetFunctionConcurrency", reservations::get);
    route(
        "PUT", "2017-10-31/functions/{}/concurrency", "PutFunctionConcurrency", reservations::put);
    route(
        "DELETE",
        "2017-10-31/functions/{}/concurrency",
        "DeleteFunctionConcurrency",
        reservations::delete);
  }

  @Override
  public String signingName() {
    return "lambda";
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    for (var route : routes) {
      var call = route.call(request);
      if (call.isPresent()) {
        var resource = call.get().parts().isEmpty() ? "*" : call.get().arn(arns);
        return List.of(new Need("lambda:" + route.action(), resource));
      }
    }
    throw Guard.unknown(signingName(), request.method() + " " + request.path());
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException {
    for (var route : routes) {
      var call = route.call(request);
      if (call.isPresent()) {
        return route.operation().answer(call.get());
      }
    }
    throw new AwsError(
        501,
        "NotImplemented",
        "The local emulator doesn't do %s %s of Lambda's API; change the CDK app and run scripts/up"
            .formatted(request.method(), request.path()));
  }

  private void route(String method, String path, String action, Operation operation) {
    var pattern = Pattern.compile("/" + path.replace("{}", "([^/]+)"));
    routes.add(new Route(method, pattern, action, operation));
  }
}
