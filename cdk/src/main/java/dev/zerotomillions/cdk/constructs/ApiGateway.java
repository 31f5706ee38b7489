package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Route;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.lambda.IFunction;

/** The front door of the API, of either kind that API Gateway offers. */
public sealed interface ApiGateway permits HttpGateway, RestGateway {

  /** Sends the requests of an endpoint's routes to the function of this name. */
  void route(Endpoint endpoint, String name, IFunction function);

  /** Returns what a policy names to allow calls of a route, whatever its parameters are. */
  String arn(Route route);

  /** Returns the URL that paths of the API are appended to, without a slash at its end. */
  String url();

  /** Returns the number of requests. */
  Metric requests();

  /** Returns the number of answers of 500 and above. */
  Metric serverErrors();

  /** Returns the time to an answer as clients see it, by a statistic such as {@code p99}. */
  Metric latency(String statistic);
}
