package dev.zerotomillions.shared.calls;

import org.jspecify.annotations.Nullable;

/**
 * A request to an internal endpoint of another service.
 *
 * @param target the path and, after a question mark, the query; both encoded as in an address
 * @param body a record or a map that is sent as JSON, if there is any
 */
public record ServiceCall(String method, String target, @Nullable Object body) {

  public static ServiceCall get(String target) {
    return new ServiceCall("GET", target, null);
  }

  public static ServiceCall put(String target, Object body) {
    return new ServiceCall("PUT", target, body);
  }

  public static ServiceCall post(String target, Object body) {
    return new ServiceCall("POST", target, body);
  }

  /** A request whose address says it all. */
  public static ServiceCall post(String target) {
    return new ServiceCall("POST", target, null);
  }

  /** The address without its query. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** The query without its question mark; empty if there is none. */
  public String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }
}
