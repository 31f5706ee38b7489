package dev.zerotomillions.shared.http;

import java.util.Map;

/** A harmless request that a service names, to be served before a snapshot is taken. */
public record PrimingRequest(String method, String path) {

  ApiEvent event() {
    return new ApiEvent(method, path, "", Map.of(), Map.of(), null, false, "", null);
  }
}
