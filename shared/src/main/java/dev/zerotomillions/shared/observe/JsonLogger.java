package dev.zerotomillions.shared.observe;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zerotomillions.shared.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * A logger that prints one JSON object a line, with the members that Lambda's JSON format knows.
 */
final class JsonLogger extends LegacyAbstractLogger {
  private final transient PrintStream out;
  private final transient InstantSource clock;
  private final Level threshold;
  private final @Nullable String function;

  JsonLogger(
      String name,
      Level threshold,
      @Nullable String function,
      PrintStream out,
      InstantSource clock) {
    this.name = name;
    this.threshold = threshold;
    this.function = function;
    this.out = out;
    this.clock = clock;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    String text = MessageFormatter.basicArrayFormat(message, arguments);
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator json = Json.factory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("timestamp", clock.instant().toString());
      json.writeStringField("level", level.name());
      json.writeStringField("logger", name);
      json.writeStringField("message", text);
      writeContext(json);
      if (failure != null) {
        json.writeStringField("error", failure.getClass().getName());
        json.writeStringField("stack", stack(failure));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    line.write('\n');
    // One write a line, so that lines of several threads never mix.
    out.write(line.toByteArray(), 0, line.size());
    out.flush();
  }

  private void writeContext(JsonGenerator json) throws IOException {
    if (function != null) {
      json.writeStringField("function", function);
    }
    Correlation correlation = Correlation.current();
    if (correlation != null) {
      json.writeStringField("requestId", correlation.request());
      json.writeStringField("correlationId", correlation.id());
      for (Map.Entry<String, String> about : correlation.annotations().entrySet()) {
        json.writeStringField(about.getKey(), about.getValue());
      }
    }
  }

  private static String stack(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  private boolean enabled(Level level) {
    return level.toInt() >= threshold.toInt();
  }

  @Override
  public boolean isTraceEnabled() {
    return enabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return enabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return enabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return enabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return enabled(Level.ERROR);
  }
}
