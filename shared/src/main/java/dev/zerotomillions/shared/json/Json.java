package dev.zerotomillions.shared.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.zerotomillions.shared.problem.MalformedJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON text as plain values and back: maps, lists, strings, longs, booleans, null, and {@link
 * JsonNumber} for every number that is no whole 64-bit one.
 */
public final class Json {
  /** Deeper documents than this are refused before they can exhaust the stack. */
  private static final int MAX_DEPTH = 16;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(100)
                  .build())
          .build();

  private Json() {}

  /** Reads one whole document. */
  public static @Nullable Object read(byte[] text) {
    try (JsonParser parser = FACTORY.createParser(decode(text))) {
      parser.nextToken();
      Object value = JsonTree.read(parser);
      if (parser.nextToken() != null) {
        throw new MalformedJson("something follows its end");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new MalformedJson(
          "it is nested deeper than " + MAX_DEPTH + " levels or a number in it is too long");
    } catch (JsonProcessingException e) {
      throw new MalformedJson(where(e));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  /** Strictly, which the parser is not everywhere. */
  private static String decode(byte[] text) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJson("it is no valid UTF-8");
    }
  }

  /** Writes maps, lists, records, times and plain values; members that are null are left out. */
  public static byte[] write(@Nullable Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      JsonTree.write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  public static String writeText(@Nullable Object value) {
    return new String(write(value), StandardCharsets.UTF_8);
  }

  /** The factory, for those who stream. */
  public static JsonFactory factory() {
    return FACTORY;
  }

  private static String where(JsonProcessingException e) {
    String what = e.getOriginalMessage();
    String reason =
        what.startsWith("Duplicate field")
            ? "a field appears twice"
            : "it breaks off or has a stray character";
    return reason
        + " (line "
        + e.getLocation().getLineNr()
        + ", column "
        + e.getLocation().getColumnNr()
        + ")";
  }
}
