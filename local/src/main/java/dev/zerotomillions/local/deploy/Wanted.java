package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.template.Retention;
import java.util.List;

/**
 * A resource as its template wants it, every intrinsic function resolved.
 *
 * @param dependencies the logical ids that it refers to
 * @param deletion what happens when it leaves the template
 * @param replacement what happens when another replaces it
 */
record Wanted(
    String type,
    ObjectNode properties,
    List<String> dependencies,
    Retention deletion,
    Retention replacement) {
  Wanted {
    dependencies = List.copyOf(dependencies);
  }
}
