package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;

/** Static values of response parameters, which API Gateway wants in single quotes. */
final class Literals {
  private Literals() {}

  static String of(ResourceRequest request, String path, String value) throws UnsupportedProperty {
    boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    if (!quoted) {
      throw new UnsupportedProperty(
          request, path, "a static value in single quotes is; mappings are not");
    }
    return value.substring(1, value.length() - 1);
  }
}
