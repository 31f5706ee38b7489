package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.http.RawBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call's parameters, nested by brackets: {@code metadata[orderId]}. */
record Form(Map<String, List<String>> fields) {
  private static final Pattern METADATA = Pattern.compile("metadata\\[([^\\[\\]]{1,40})]");

  Form {
    fields = Map.copyOf(fields);
  }

  static Form of(RawBody body) {
    return new Form(body.form());
  }

  /**
   * Refuses parameters that the call doesn't take.
   *
   * @throws RequestRefused naming the first of them, without its value
   */
  Form only(Predicate<String> known) {
    fields.keySet().stream()
        .sorted()
        .filter(known.negate())
        .findFirst()
        .ifPresent(
            name -> {
              throw RequestRefused.parameterUnknown(name);
            });
    return this;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getLast);
  }

  String required(String name) {
    return text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> RequestRefused.parameterMissing(name));
  }

  /** A whole number of at most twelve digits. */
  long whole(String name) {
    var text = required(name);
    if (!text.matches("-?\\d{1,12}")) {
      throw RequestRefused.parameterInvalid(name, "must be a whole number");
    }
    return Long.parseLong(text);
  }

  static boolean isMetadata(String name) {
    return METADATA.matcher(name).matches();
  }

  Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    fields.forEach(
        (name, values) -> {
          Matcher entry = METADATA.matcher(name);
          if (entry.matches()) {
            metadata.put(entry.group(1), values.getLast());
          }
        });
    return metadata;
  }

  /** The same text for the same parameters, in whatever order they were sent. */
  String canonical() {
    return new TreeMap<>(fields).toString();
  }
}
