package dev.zerotomillions.local.template;

/** What becomes of a resource that its template no longer needs. */
public enum Retention {
  DELETE,
  RETAIN,
  RETAIN_EXCEPT_ON_CREATE;

  static Retention parse(String text, Where where) throws TemplateError {
    return switch (text) {
      case "", "Delete" -> DELETE;
      case "Retain" -> RETAIN;
      case "RetainExceptOnCreate" -> RETAIN_EXCEPT_ON_CREATE;
      default ->
          throw where.error(
              "'%s' is not supported by the local emulator: write Delete, Retain or RetainExceptOnCreate"
                  .formatted(text));
    };
  }

  public boolean keeps() {
    return this != DELETE;
  }
}
