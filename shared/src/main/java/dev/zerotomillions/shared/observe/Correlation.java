package dev.zerotomillions.shared.observe;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What identifies the request that this thread serves, in its logs and to those it calls. */
public final class Correlation implements AutoCloseable {
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final ThreadLocal<@Nullable Correlation> CURRENT = new ThreadLocal<>();

  private final String requestId;
  private final String id;

  private Correlation(String requestId, String id) {
    this.requestId = requestId;
    this.id = id;
  }

  /** Begins a request; a caller's correlation id is taken over if it is a sane one. */
  public static Correlation begin(String requestId, @Nullable String offered) {
    String id = offered != null && SANE.matcher(offered).matches() ? offered : requestId;
    Correlation correlation = new Correlation(requestId, id);
    CURRENT.set(correlation);
    return correlation;
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
    CURRENT.remove();
  }
}
