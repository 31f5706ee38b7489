package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.problem.MalformedRequest;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.aws.proxy.ApiGatewayServletRequest;
import io.micronaut.function.aws.proxy.MapListOfStringAndMapStringMutableHttpParameters;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletHttpResponse;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event as the request that Micronaut routes. */
final class LambdaRequest<B> extends ApiGatewayServletRequest<B, ApiEvent, ApiAnswer> {
  private static final Logger LOG = LoggerFactory.getLogger(LambdaRequest.class);

  private final LambdaResponse<Object> response;
  private final byte[] body;
  private final MutableHttpHeaders headers;
  private final MutableHttpParameters parameters;

  LambdaRequest(
      ApiEvent event,
      LambdaResponse<Object> response,
      ConversionService conversions,
      BodyBuilder bodies) {
    super(conversions, event, uri(event.path()), method(event.method()), LOG, bodies);
    this.response = response;
    this.body = event.body();
    this.headers = new CaseInsensitiveMutableHttpHeaders(conversions);
    event.headers().forEach(this.headers::add);
    if (event.service() != null) {
      setAttribute(ServiceCaller.ATTRIBUTE, event.service());
    }
    Map<String, List<String>> query = event.parameters();
    this.parameters =
        new MapListOfStringAndMapStringMutableHttpParameters(conversions, query, Map.of());
  }

  @Override
  public byte[] getBodyBytes() throws EmptyBodyException {
    if (body.length == 0) {
      throw new EmptyBodyException();
    }
    return body;
  }

  /** The body as it was sent, perhaps nothing. */
  byte[] sentBytes() {
    return body.clone();
  }

  @Override
  public String getMethodName() {
    return requestEvent.method();
  }

  /** The client's address, never looked up; its host is empty where no gateway says. */
  @Override
  public InetSocketAddress getRemoteAddress() {
    return InetSocketAddress.createUnresolved(requestEvent.sourceIp(), 0);
  }

  @Override
  public MutableHttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public MutableHttpParameters getParameters() {
    return parameters;
  }

  @Override
  public ServletHttpResponse<ApiAnswer, ?> getResponse() {
    return response;
  }

  private static HttpMethod method(String name) {
    return HttpMethod.parse(name);
  }

  /** Gateways differ in whether they decode the path, so both forms are accepted. */
  private static URI uri(String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    try {
      return rooted.indexOf('%') >= 0
          ? new URI("http://api" + rooted)
          : new URI("http", "api", rooted, null);
    } catch (URISyntaxException e) {
      throw new MalformedRequest(
          "The path has a broken percent-encoding or a character that no address may hold.");
    }
  }
}
