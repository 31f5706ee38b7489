package dev.zerotomillions.local.functions.api;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.functions.Calls;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Lambda's API: what is deployed can be listed and invoked; deploying is CloudFormation's. */
public final class LambdaApi implements AwsApi {

  private record Route(String method, Pattern path, Operation operation) {}

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
    route("GET", "2015-03-31/functions", queries::listFunctions);
    route("GET", "2015-03-31/functions/{}", queries::getFunction);
    route("GET", "2015-03-31/functions/{}/configuration", queries::getFunctionConfiguration);
    route("POST", "2015-03-31/functions/{}/invocations", new Invoke(calls, later));
    route("GET", "2015-03-31/functions/{}/versions", queries::listVersions);
    route("GET", "2015-03-31/functions/{}/aliases", queries::listAliases);
    route("GET", "2015-03-31/functions/{}/aliases/{}", queries::getAlias);
    route("GET", "2015-03-31/functions/{}/policy", queries::getPolicy);
    route("GET", "2016-08-19/account-settings", queries::getAccountSettings);
    route("GET", "2019-09-30/functions/{}/concurrency", reservations::get);
    route("PUT", "2017-10-31/functions/{}/concurrency", reservations::put);
    route("DELETE", "2017-10-31/functions/{}/concurrency", reservations::delete);
  }

  @Override
  public String signingName() {
    return "lambda";
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException {
    var path = request.path().replaceFirst("/$", "");
    for (var route : routes) {
      var matcher = route.path().matcher(path);
      if (route.method().equals(request.method()) && matcher.matches()) {
        var parts =
            IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        return route.operation().answer(new Call(request, parts));
      }
    }
    throw new AwsError(
        501,
        "NotImplemented",
        "The local emulator doesn't do %s %s of Lambda's API; change the CDK app and run scripts/up"
            .formatted(request.method(), request.path()));
  }

  private void route(String method, String path, Operation operation) {
    routes.add(new Route(method, Pattern.compile("/" + path.replace("{}", "([^/]+)")), operation));
  }
}
