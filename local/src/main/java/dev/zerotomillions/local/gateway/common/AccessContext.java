package dev.zerotomillions.local.gateway.common;

import dev.zerotomillions.local.iam.Principal;
import java.util.HashMap;
import java.util.Map;

/** The {@code $context} variables of one request, gathered on its way, for the access log. */
public final class AccessContext {
  private static final System.Logger LOG = System.getLogger(AccessContext.class.getName());

  private final Exchange exchange;
  private final Map<String, String> variables = new HashMap<>();

  public AccessContext(Exchange exchange, String account, String apiId) {
    this.exchange = exchange;
    put("accountId", account);
    put("apiId", apiId);
    put("stage", exchange.stage());
    put("extendedRequestId", exchange.extendedRequestId());
    put("requestTime", exchange.time());
    put("requestTimeEpoch", Long.toString(exchange.at().toEpochMilli()));
    put("domainName", exchange.domainName());
    put("domainPrefix", exchange.domainPrefix());
    put("httpMethod", exchange.request().method());
    put("protocol", exchange.request().protocol());
    put("identity.sourceIp", exchange.request().remoteAddress());
    put("identity.userAgent", exchange.request().headers().first("User-Agent", ""));
    put("xrayTraceId", exchange.traceId());
  }

  public void put(String variable, String value) {
    variables.put(variable, value);
  }

  /** Notes who was authorized by IAM. */
  public void authorized(Principal caller) {
    put("identity.accountId", caller.account());
    put("identity.caller", caller.userId());
    put("identity.user", caller.userId());
    put("identity.userArn", caller.arn());
  }

  /** Notes that the integration was called. */
  public void integrated() {
    String latency = Long.toString(exchange.elapsedMillis());
    put("integrationLatency", latency);
    put("integration.latency", latency);
    put("integrationStatus", "200");
    put("integration.status", "200");
  }

  /** Notes why the integration failed; the client is not told, so the console is. */
  public void failed(String why) {
    put("integrationErrorMessage", why);
    put("integration.error", why);
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} {1}: {2}",
        exchange.request().method(),
        exchange.path(),
        why);
  }

  /** Notes what the gateway told the client by itself. */
  public void refused(String message) {
    put("error.message", message);
    put("error.messageString", "\"" + message + "\"");
  }

  /** The variables, complete with those of the response. */
  public Map<String, String> answered(int status, int length) {
    put("status", Integer.toString(status));
    put("responseLength", Integer.toString(length));
    put("responseLatency", Long.toString(exchange.elapsedMillis()));
    return variables;
  }
}
