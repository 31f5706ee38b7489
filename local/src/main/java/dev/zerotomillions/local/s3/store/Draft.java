package dev.zerotomillions.local.s3.store;

import java.util.Map;
import java.util.TreeMap;

/** An object as a client wants it. */
public record Draft(String key, Content content, String etag, Map<String, String> headers) {
  public Draft {
    headers = new TreeMap<>(headers);
  }
}
