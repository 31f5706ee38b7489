package dev.zerotomillions.shared.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What identifies the request that this thread serves, in its logs and to those it calls. */
public final class Correlation implements AutoCloseable {
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final ThreadLocal<@Nullable Correlation> CURRENT = new ThreadLocal<>();

  private final String requestId;
  private final String id;
  private final @Nullable Correlation outer;
  private final Map<String, String> about = new LinkedHashMap<>();

  private Correlation(String requestId, String id, @Nullable Correlation outer) {
    this.requestId = requestId;
    this.id = id;
    this.outer = outer;
  }

  /** Begins a request; a caller's correlation id is taken over if it is a sane one. */
  public static Correlation begin(String requestId, @Nullable String offered) {
    String id = offered != null && SANE.matcher(offered).matches() ? offered : requestId;
    Correlation correlation = new Correlation(requestId, id, CURRENT.get());
    CURRENT.set(correlation);
    return correlation;
  }

  /** The id that this thread's request shares with all that it causes, if it serves one. */
  public static Optional<String> currentId() {
    return Optional.ofNullable(CURRENT.get()).map(Correlation::id);
  }

  /**
   * Says what the request is about, in its logs and traces: an entity's id, never personal data.
   * Outside of a request, and if the value is no id, nothing is noted.
   */
  public static void annotate(String name, String value) {
    Correlation correlation = CURRENT.get();
    if (correlation != null && SANE.matcher(value).matches()) {
      correlation.about.put(name, value);
    }
  }

  /** What the request is about. */
  Map<String, String> annotations() {
    return Collections.unmodifiableMap(about);
  }

  static @Nullable Correlation current() {
    return CURRENT.get();
  }

  /** The request that this thread serves, or {@code none} outside of one. */
  public static String requestId() {
    Correlation correlation = CURRENT.get();
    return correlation == null ? "none" : correlation.requestId;
  }

  String request() {
    return requestId;
  }

  public String id() {
    return id;
  }

  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
