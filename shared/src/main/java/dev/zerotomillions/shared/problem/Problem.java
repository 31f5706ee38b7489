package dev.zerotomillions.shared.problem;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal that the client sees as RFC 9457 problem details. Each failure has a subclass of its
 * own, whose type never changes once published.
 */
public abstract class Problem extends RuntimeException {
  private static final String TYPES = "https://zerotomillions.dev/problems/";

  private final int status;
  private final String name;
  private final String title;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  protected Problem(int status, String name, String title, String detail) {
    // No stack trace: a refusal is an answer, not a fault, and tracing it is most of its cost.
    super(detail, null, false, false);
    this.status = status;
    this.name = name;
    this.title = title;
  }

  /** Adds an extension member to the details. */
  protected final void member(String memberName, Object value) {
    members.put(memberName, value);
  }

  /** Adds a header to the answer. */
  protected final void header(String headerName, String value) {
    headers.put(headerName, value);
  }

  public final int status() {
    return status;
  }

  public final URI type() {
    return URI.create(TYPES + name);
  }

  public final Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  public final String detail() {
    return String.valueOf(getMessage());
  }

  /** The answer's body. */
  public final Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("type", TYPES + name);
    details.put("title", title);
    details.put("status", status);
    details.put("detail", detail());
    details.putAll(members);
    return details;
  }
}
