package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.web.WebResponse;
import java.time.Duration;

/** What answers a method of a REST API. */
sealed interface RestIntegration {

  /** A Lambda proxy integration. */
  record LambdaProxy(String function, Duration timeout) implements RestIntegration {}

  /** An answer that the gateway gives by itself, as CDK does it for CORS. */
  record Mock(WebResponse response) implements RestIntegration {}
}
