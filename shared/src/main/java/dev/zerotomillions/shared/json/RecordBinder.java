package dev.zerotomillions.shared.json;

import dev.zerotomillions.shared.problem.FieldError;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills a record from a JSON object, strictly: nothing is coerced, unknown members are refused, a
 * component is required unless it is {@code @Nullable}, and constraints are enforced. It goes on
 * after a mistake, so that the client learns of all of them at once. Unknown members alone are
 * ignored where a record {@link IgnoresUnknown} or the reader asks for it.
 */
public final class RecordBinder {
  private static final int MAX_ERRORS = 50;
  private static final int MAX_NAME = 64;

  private final List<FieldError> errors = new ArrayList<>();
  private int refused;
  private boolean ignoresUnknown;

  private RecordBinder(boolean ignoresUnknown) {
    this.ignoresUnknown = ignoresUnknown;
  }

  /**
   * Binds a whole body.
   *
   * @throws ValidationFailed naming every field that was refused
   */
  public static <R> R bind(Class<R> type, @Nullable Object json) {
    return new RecordBinder(false).body(type, json);
  }

  /**
   * Binds what another service of ours wrote, whose newer versions may write more than is known.
   *
   * @throws ValidationFailed naming every field that is missing or wrong
   */
  public static <R> R bindKnown(Class<R> type, @Nullable Object json) {
    return new RecordBinder(true).body(type, json);
  }

  private <R> R body(Class<R> type, @Nullable Object json) {
    R bound = record(type, "", json);
    if (bound == null || refused > 0) {
      throw new ValidationFailed(errors);
    }
    return bound;
  }

  private <R> @Nullable R record(Class<R> type, String path, @Nullable Object json) {
    if (!(json instanceof Map<?, ?> members)) {
      refuse(path, "must be an object");
      return null;
    }
    BeanIntrospection<R> introspection = BeanIntrospection.getIntrospection(type);
    boolean outer = ignoresUnknown;
    ignoresUnknown |= introspection.hasAnnotation(IgnoresUnknown.class);
    Argument<?>[] components = introspection.getConstructorArguments();
    int before = refused;
    @Nullable Object[] values = new @Nullable Object[components.length];
    Set<String> known = new HashSet<>();
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      known.add(name);
      values[i] = component(components[i], join(path, name), members.get(name));
    }
    if (!ignoresUnknown) {
      refuseOthers(path, members, known);
    }
    ignoresUnknown = outer;
    return refused == before ? instantiate(introspection, path, values) : null;
  }

  private void refuseOthers(String path, Map<?, ?> members, Set<String> known) {
    for (Object name : members.keySet()) {
      if (!known.contains(name)) {
        refuse(join(path, shorten(name.toString())), "is unknown");
      }
    }
  }

  /** Rules that annotations cannot express are in the record's constructor. */
  private <R> @Nullable R instantiate(
      BeanIntrospection<R> introspection, String path, @Nullable Object[] values) {
    try {
      return introspection.instantiate(values);
    } catch (ValidationFailed e) {
      e.errors().forEach(error -> refuse(join(path, error.field()), error.message()));
      return null;
    }
  }

  private @Nullable Object component(Argument<?> component, String path, @Nullable Object json) {
    if (json == null) {
      return component.isNullable() ? null : refuse(path, "is required");
    }
    Object value = value(component, path, json);
    if (value != null) {
      Constraints.check(component, json instanceof List ? json : value)
          .ifPresent(message -> refuse(path, message));
    }
    return value;
  }

  private @Nullable Object value(Argument<?> type, String path, @Nullable Object json) {
    Class<?> raw = type.getType();
    if (raw == String.class) {
      return text(path, json);
    } else if (raw == long.class || raw == Long.class) {
      return whole(path, json, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (raw == int.class || raw == Integer.class) {
      Long number = whole(path, json, Integer.MIN_VALUE, Integer.MAX_VALUE);
      return number == null ? null : Integer.valueOf(number.intValue());
    } else if (raw == boolean.class || raw == Boolean.class) {
      return json instanceof Boolean ? json : refuse(path, "must be true or false");
    } else if (raw == Instant.class) {
      return time(path, json);
    } else if (raw == Map.class) {
      return json instanceof Map ? json : refuse(path, "must be an object");
    } else if (raw == List.class) {
      return list(type.getTypeParameters()[0], path, json);
    } else if (raw.isRecord()) {
      return record(raw, path, json);
    }
    throw new IllegalStateException(
        "Component "
            + type
            + " has a type that JSON cannot fill; use a String and parse it in the record.");
  }

  private @Nullable List<Object> list(Argument<?> element, String path, @Nullable Object json) {
    if (!(json instanceof List<?> elements)) {
      refuse(path, "must be a list");
      return null;
    }
    List<Object> values = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size() && errors.size() < MAX_ERRORS; i++) {
      Object value = value(element, path + "[" + i + "]", elements.get(i));
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private @Nullable String text(String path, @Nullable Object json) {
    if (!(json instanceof String text)) {
      refuse(path, "must be a string");
      return null;
    }
    if (!Unicode.isWellFormed(text)) {
      refuse(path, "must be well-formed Unicode without control characters");
      return null;
    }
    return text;
  }

  private @Nullable Instant time(String path, @Nullable Object json) {
    if (json instanceof String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        // It is refused below, as what is no text at all.
      }
    }
    refuse(path, "must be a time such as 2026-11-25T10:00:00Z");
    return null;
  }

  private @Nullable Long whole(String path, @Nullable Object json, long least, long most) {
    if (json instanceof Long number && number >= least && number <= most) {
      return number;
    }
    refuse(path, "must be a whole number from " + least + " to " + most);
    return null;
  }

  private @Nullable Object refuse(String path, String message) {
    refused++;
    if (errors.size() < MAX_ERRORS) {
      errors.add(new FieldError(path.isEmpty() ? "body" : path, message));
    }
    return null;
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String shorten(String name) {
    String clean = Unicode.isWellFormed(name) ? name : "?";
    return clean.length() <= MAX_NAME ? clean : clean.substring(0, MAX_NAME) + "…";
  }
}
