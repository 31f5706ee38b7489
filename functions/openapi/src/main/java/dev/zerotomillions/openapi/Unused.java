package dev.zerotomillions.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The components that nothing in a document refers to. */
final class Unused {
  private static final List<String> KINDS =
      List.of("parameters", "responses", "headers", "schemas");

  private Unused() {}

  /** Removes them, and whatever they alone referred to. */
  static void remove(Document document) {
    Set<String> used;
    do {
      used = used(document.root());
    } while (removeAllBut(document, used));
    removeSchemesBut(document);
  }

  private static Set<String> used(Map<String, @Nullable Object> root) {
    Set<String> used = new HashSet<>();
    Tree.visit(
        root,
        object -> {
          if (object.get("$ref") instanceof String address) {
            used.add(address);
          }
        });
    return used;
  }

  private static boolean removeAllBut(Document document, Set<String> used) {
    boolean removed = false;
    for (String kind : KINDS) {
      removed |=
          document
              .components(kind)
              .keySet()
              .removeIf(name -> !used.contains("#/components/" + kind + "/" + name));
    }
    return removed;
  }

  private static void removeSchemesBut(Document document) {
    Set<String> schemes = new HashSet<>();
    document
        .operations()
        .forEach(
            operation ->
                Tree.children(operation.members(), "security")
                    .forEach(requirement -> schemes.addAll(requirement.keySet())));
    document.components("securitySchemes").keySet().retainAll(schemes);
  }
}
