package dev.zerotomillions.local.template;

/**
 * A place in a template, for messages.
 *
 * @param stack the stack's name
 * @param element the logical id of a resource, or a section such as {@code Outputs}
 * @param path the path below it, with dots; empty for the element itself
 */
public record Where(String stack, String element, String path) {

  public static Where of(String stack, String element) {
    return new Where(stack, element, "");
  }

  public Where in(String key) {
    return new Where(stack, element, path.isEmpty() ? key : path + "." + key);
  }

  Where in(int index) {
    return in(Integer.toString(index));
  }

  String message(String problem) {
    return path.isEmpty()
        ? "%s/%s: %s".formatted(stack, element, problem)
        : "%s/%s, property %s: %s".formatted(stack, element, path, problem);
  }

  public TemplateError error(String problem) {
    return new TemplateError(message(problem));
  }
}
