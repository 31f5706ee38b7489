package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.aws.AwsRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of S3's API.
 *
 * @param path the path, decoded
 * @param bucket the bucket in the host's name or at the path's beginning; empty for the service
 * @param key the object's key; empty for the bucket
 * @param query the query's parameters, decoded
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record S3Request(
    String method,
    String path,
    String bucket,
    String key,
    Map<String, String> query,
    Map<String, List<String>> headers,
    byte[] body) {
  private static final Pattern SERVICE_HOST =
      Pattern.compile("(?:s3(?:[.-][a-z0-9-]+)?\\.)?localhost(?:\\.localstack\\.cloud)?(?::\\d+)?");
  private static final Pattern BUCKET_HOST = Pattern.compile("(.+?)\\." + SERVICE_HOST);

  static S3Request of(AwsRequest request) throws S3Error {
    String path = decoded(request.path().replace("+", "%2B"));
    String bucket = bucketInHost(request.headers()).orElse("");
    String key = path.substring(1);
    if (bucket.isEmpty()) {
      int slash = path.indexOf('/', 1);
      bucket = slash < 0 ? path.substring(1) : path.substring(1, slash);
      key = slash < 0 ? "" : path.substring(slash + 1);
    }
    return new S3Request(
        request.method(),
        path,
        bucket,
        key,
        parameters(request.query()),
        request.headers(),
        request.body());
  }

  /** The bucket that a host's name begins with, in the virtual-host style. */
  static Optional<String> bucketInHost(Map<String, List<String>> headers) {
    String host = String.join("", headers.getOrDefault("host", List.of()));
    Matcher matcher = BUCKET_HOST.matcher(host);
    return !SERVICE_HOST.matcher(host).matches() && matcher.matches()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private static Map<String, String> parameters(String query) throws S3Error {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) throws S3Error {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new S3Error(400, "InvalidURI", "Couldn't parse the specified URI.");
    }
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName)).map(values -> String.join(",", values));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  boolean asksFor(String subresource) {
    return query.containsKey(subresource);
  }

  String resource() {
    return "/" + bucket + (key.isEmpty() ? "" : "/" + key);
  }
}
