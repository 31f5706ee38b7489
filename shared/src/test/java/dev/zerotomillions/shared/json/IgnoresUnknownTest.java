package dev.zerotomillions.shared.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.shared.problem.FieldError;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IgnoresUnknownTest {
  @Introspected
  record Inner(String name) {}

  @Introspected
  @IgnoresUnknown
  record Envelope(Inner inner, Instant time, Map<String, Object> data) {}

  @Introspected
  record Outer(@Nullable Envelope envelope, @Nullable Inner inner) {}

  private static Object json(String text) {
    Object value = Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return value == null ? "" : value;
  }

  private static List<FieldError> errors(Class<?> type, String text) {
    return assertThrows(ValidationFailed.class, () -> RecordBinder.bind(type, json(text))).errors();
  }

  @Test
  void unknownMembers_areIgnored_inTheRecordAndThoseWithin() {
    Envelope read =
        RecordBinder.bind(
            Envelope.class,
            json(
                "{'new':1,'inner':{'name':'a','new':2},'time':'2026-11-25T10:00:00Z',"
                    + "'data':{'any':[1]}}"));
    assertEquals(
        new Envelope(
            new Inner("a"), Instant.parse("2026-11-25T10:00:00Z"), Map.of("any", List.of(1L))),
        read);
  }

  @Test
  void recordsBesideIt_areAsStrictAsEver() {
    String tolerant = "{'inner':{'name':'a'},'time':'2026-11-25T10:00:00Z','data':{},'new':1}";
    assertEquals(
        List.of(new FieldError("inner.new", "is unknown")),
        errors(Outer.class, "{'envelope':" + tolerant + ",'inner':{'name':'a','new':1}}"));
  }

  @Test
  void knownMembers_areCheckedAsEver() {
    assertEquals(
        List.of(
            new FieldError("inner.name", "must be a string"),
            new FieldError("time", "must be a time such as 2026-11-25T10:00:00Z"),
            new FieldError("data", "must be an object")),
        errors(Envelope.class, "{'inner':{'name':1},'time':'yesterday','data':[]}"));
  }

  @Test
  void strictRecord_isReadTolerantlyOnlyWhereAsked() {
    String newer = "{'name':'a','new':1}";
    assertEquals(new Inner("a"), RecordBinder.bindKnown(Inner.class, json(newer)));
    assertThrows(ValidationFailed.class, () -> RecordBinder.bind(Inner.class, json(newer)));
  }
}
