package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.signing.Digests;
import dev.zerotomillions.local.signing.UriEncoding;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What AWS's Signature Version 4 signs of a request to S3, and its signature. */
record CanonicalRequest(String text) {
  /** The canonical form of a request whose query bears the signature. */
  static CanonicalRequest of(S3Request request, Set<String> signedHeaders) {
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    text.append(UriEncoding.ofPath(request.path())).append('\n');
    TreeMap<String, String> query = new TreeMap<>();
    request
        .query()
        .forEach((name, value) -> query.put(UriEncoding.of(name), UriEncoding.of(value)));
    query.remove("X-Amz-Signature");
    StringBuilder pairs = new StringBuilder();
    query.forEach(
        (name, value) ->
            pairs.append(pairs.isEmpty() ? "" : "&").append(name).append('=').append(value));
    text.append(pairs).append('\n');
    TreeSet<String> headers = new TreeSet<>(signedHeaders);
    for (String header : headers) {
      String value = request.header(header).orElse("").strip().replaceAll(" +", " ");
      text.append(header).append(':').append(value).append('\n');
    }
    text.append('\n').append(String.join(";", headers)).append('\n');
    text.append(request.header("x-amz-content-sha256").orElse("UNSIGNED-PAYLOAD"));
    return new CanonicalRequest(text.toString());
  }

  /** The signature in hexadecimal digits, for a scope of key, date, region, service and end. */
  String signature(String secret, List<String> scope, String time) {
    String terms = String.join("/", scope.subList(1, scope.size()));
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, terms, Digests.sha256(text));
    return Digests.signature(secret, terms, toSign);
  }
}
