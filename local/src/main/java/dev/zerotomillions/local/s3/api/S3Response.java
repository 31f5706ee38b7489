package dev.zerotomillions.local.s3.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of S3. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record S3Response(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = new byte[0];

  static S3Response empty(int status) {
    return new S3Response(status, Map.of(), NOTHING);
  }

  static S3Response xml(Xml document) {
    return xml(200, document);
  }

  static S3Response xml(int status, Xml document) {
    return new S3Response(status, Map.of("Content-Type", "application/xml"), document.bytes());
  }

  S3Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new S3Response(status, more, body);
  }

  S3Response with(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(others);
    return new S3Response(status, more, body);
  }
}
