package dev.zerotomillions.cdk.endpoints;

/** A method and a path, as clients call it: {@code GET /api/products/{id}}. */
public record Route(String method, String path) {

  static Route get(String path) {
    return new Route("GET", path);
  }

  static Route post(String path) {
    return new Route("POST", path);
  }

  static Route delete(String path) {
    return new Route("DELETE", path);
  }

  static Route put(String path) {
    return new Route("PUT", path);
  }

  static Route patch(String path) {
    return new Route("PATCH", path);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
