package dev.zerotomillions.notifications;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates of messages: a file for each language and type of event, its first line the
 * subject.
 */
@Singleton
class Templates {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().withEscaper(new PlainText());

  private final Map<String, Template> compiled = new ConcurrentHashMap<>();

  /** The text that values make of a template; a value that is missing is an error. */
  String fill(String language, String type, Map<String, Object> values) {
    return compiled.computeIfAbsent(language + "/" + type, Templates::compile).execute(values);
  }

  private static Template compile(String name) {
    var file = "/messages/" + name + ".mustache";
    try (InputStream in = Templates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new TemplateMissing(file);
      }
      return COMPILER.compile(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The artifact's own file " + file + " cannot be read", e);
    }
  }

  /** A type of event is announced for which there are no words. */
  static final class TemplateMissing extends RuntimeException {
    TemplateMissing(String file) {
      super("There is no template " + file + "; add it to the resources, in every language.");
    }
  }
}
