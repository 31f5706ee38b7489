package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.gateway.common.PathTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route of an HTTP API: its key and where it leads.
 *
 * @param key such as <code>GET /products/{id}</code> or {@code $default}
 * @param integrationId the integration that answers it
 * @param iam whether IAM authorizes its callers
 */
record HttpRoute(
    String key, String method, @Nullable PathTemplate path, String integrationId, boolean iam)
    implements Comparable<HttpRoute> {
  static final String DEFAULT = "$default";
  private static final String ANY = "ANY";

  static HttpRoute of(String key, String integrationId, boolean iam) {
    int space = key.indexOf(' ');
    return space < 0
        ? new HttpRoute(key, ANY, null, integrationId, iam)
        : new HttpRoute(
            key,
            key.substring(0, space),
            PathTemplate.of(key.substring(space + 1)),
            integrationId,
            iam);
  }

  /** The values of the path's variables if this route serves a request, or null. */
  @Nullable Map<String, String> match(String requestMethod, List<String> requestPath) {
    if (!method.equals(ANY) && !method.equals(requestMethod)) {
      return null;
    }
    return path == null ? Map.of() : path.match(requestPath);
  }

  /** Most specific path first, a method of its own before {@code ANY}, {@code $default} last. */
  @Override
  public int compareTo(HttpRoute other) {
    if (path == null || other.path == null) {
      return Boolean.compare(path == null, other.path == null);
    }
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : Boolean.compare(method.equals(ANY), other.method.equals(ANY));
  }

  /** What follows the stage in the ARN that a function's policy sees. */
  String arnPath() {
    return path == null ? DEFAULT : method.replace(ANY, "*") + path;
  }
}
