package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.json.Unicode;
import dev.zerotomillions.shared.problem.MalformedRequest;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.core.convert.value.MutableConvertibleValuesMap;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.http.simple.cookies.SimpleCookies;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The event as the request that controllers see; what they don't ask for is never worked out. */
final class LambdaRequest implements HttpRequest<Object> {
  private final ApiEvent event;
  private final EventHeaders headers;
  private final String[] segments;
  private final MutableConvertibleValues<Object> attributes = new MutableConvertibleValuesMap<>();
  private @Nullable Map<String, List<String>> query;

  LambdaRequest(ApiEvent event) {
    if (!Unicode.isWellFormed(event.path())) {
      throw new MalformedRequest("The path has a character that no address may hold.");
    }
    this.event = event;
    this.headers = new EventHeaders(event.headers());
    this.segments = segments(event.path());
    if (event.service() != null) {
      setAttribute(ServiceCaller.ATTRIBUTE, event.service());
    }
  }

  private static String[] segments(String path) {
    int from = path.startsWith("/") ? 1 : 0;
    int to = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
    return from >= to ? new String[0] : path.substring(from, to).split("/", -1);
  }

  /** What stands between the path's slashes, as it was sent. */
  String[] segments() {
    return segments;
  }

  /** A segment, decoded; gateways differ in whether they do so, and so do paths without a need. */
  String segment(int index) {
    String raw = segments[index];
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedRequest("The path has a broken percent-encoding.");
    }
  }

  /** The query's parameters, decoded. */
  Map<String, List<String>> query() {
    Map<String, List<String>> known = query;
    if (known == null) {
      known = event.parameters();
      query = known;
    }
    return known;
  }

  /** The body as it was sent, perhaps nothing. */
  byte[] sentBytes() {
    return event.body();
  }

  @Override
  public String getMethodName() {
    return event.method();
  }

  @Override
  public HttpMethod getMethod() {
    return HttpMethod.parse(event.method());
  }

  @Override
  public String getPath() {
    return event.path();
  }

  @Override
  public URI getUri() {
    try {
      return new URI("http", "api", event.path(), null);
    } catch (URISyntaxException e) {
      throw new MalformedRequest("The path has a character that no address may hold.");
    }
  }

  /** The client's address, never looked up; its host is empty where no gateway says. */
  @Override
  public InetSocketAddress getRemoteAddress() {
    return InetSocketAddress.createUnresolved(event.sourceIp(), 0);
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public HttpParameters getParameters() {
    return new SimpleHttpParameters(new LinkedHashMap<>(query()), ConversionService.SHARED);
  }

  @Override
  public Cookies getCookies() {
    return new SimpleCookies(ConversionService.SHARED);
  }

  @Override
  public MutableConvertibleValues<Object> getAttributes() {
    return attributes;
  }

  /** Controllers take their bodies as parameters. */
  @Override
  public Optional<Object> getBody() {
    return Optional.empty();
  }
}
