package dev.zerotomillions.openapi;

import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document, to be changed in place. */
record Document(Map<String, @Nullable Object> root) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  static Document empty() {
    return new Document(new LinkedHashMap<>());
  }

  static Document read(Path file) throws IOException {
    return new Document(Tree.object(Json.read(Files.readAllBytes(file))));
  }

  /** What all services' documents have in common. */
  static Document common() {
    try (InputStream in = Document.class.getResourceAsStream("common.json")) {
      return new Document(Tree.object(Json.read(in == null ? new byte[0] : in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException("common.json cannot be read", e);
    }
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Json.write(root));
  }

  Map<String, @Nullable Object> paths() {
    return Tree.child(root, "paths");
  }

  /** The components of a kind, such as {@code schemas}, by their names. */
  Map<String, @Nullable Object> components(String kind) {
    return Tree.child(Tree.child(root, "components"), kind);
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    paths()
        .forEach(
            (path, item) ->
                Tree.object(item)
                    .forEach(
                        (method, members) -> {
                          if (METHODS.contains(method)) {
                            operations.add(new Operation(path, Tree.object(members)));
                          }
                        }));
    return operations;
  }

  /** Takes over another document's components, also in the place of those that are here. */
  void putAll(Document other) {
    Tree.child(other.root, "components")
        .forEach((kind, named) -> components(kind).putAll(Tree.object(named)));
  }

  /** Takes over those components of another document that are missing here. */
  void addMissing(Document other) {
    Tree.child(other.root, "components")
        .forEach((kind, named) -> Tree.object(named).forEach(components(kind)::putIfAbsent));
  }

  /**
   * Takes over another document's components.
   *
   * @throws ComponentsDiffer if two of one name aren't the same
   */
  void addAll(Document other) {
    Tree.child(other.root, "components")
        .forEach(
            (kind, named) ->
                Tree.object(named)
                    .forEach(
                        (name, component) -> {
                          var known = components(kind).get(name);
                          if (known != null && !known.equals(component)) {
                            throw new ComponentsDiffer(kind, name);
                          }
                        }));
    addMissing(other);
  }
}
