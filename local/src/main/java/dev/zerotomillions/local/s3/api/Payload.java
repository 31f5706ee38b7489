package dev.zerotomillions.local.s3.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A body as the client meant it: unpacked from AWS's chunks, and compared with every digest that
 * came with it.
 *
 * @param checksums the checksums that came with it, by header
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Payload(byte[] bytes, Map<String, String> checksums) {
  private static final String PREFIX = "x-amz-checksum-";

  static Payload of(S3Request request) throws S3Error {
    Map<String, String> trailers = new TreeMap<>();
    String declared = request.header("x-amz-content-sha256").orElse("");
    byte[] bytes = declared.startsWith("STREAMING-") ? unpacked(request, trailers) : request.body();
    if (declared.length() == 64
        && !declared.equals(HexFormat.of().formatHex(Checksum.SHA256.of(bytes)))) {
      throw new S3Error(
          400,
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
    Optional<String> md5 = request.header("content-md5");
    if (md5.isPresent() && !md5.get().equals(base64(Checksum.MD5.of(bytes)))) {
      throw new S3Error(
          400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
    Map<String, String> checksums = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (Checksum.isHeader(name)) {
                checksums.put(name, values.getFirst());
              }
            });
    trailers.forEach(
        (name, value) -> {
          if (Checksum.isHeader(name)) {
            checksums.put(name, value);
          }
        });
    for (Map.Entry<String, String> checksum : checksums.entrySet()) {
      Checksum algorithm = Checksum.named(checksum.getKey().substring(PREFIX.length()));
      if (!checksum.getValue().equals(base64(algorithm.of(bytes)))) {
        throw new S3Error(
            400,
            "BadDigest",
            "The %s you specified did not match the calculated checksum.".formatted(algorithm));
      }
    }
    return new Payload(bytes, checksums);
  }

  /** The entity tag of an object that is stored in one piece. */
  String etag() {
    return HexFormat.of().formatHex(Checksum.MD5.of(bytes));
  }

  /** Unpacks chunks as {@code aws-chunked} has them: size in hexadecimal digits, data, trailers. */
  private static byte[] unpacked(S3Request request, Map<String, String> trailers) throws S3Error {
    byte[] body = request.body();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length);
    int position = 0;
    int size = -1;
    while (size != 0) {
      int end = lineEnd(body, position);
      String line = line(body, position, end).replaceFirst(";.*", "");
      try {
        size = Integer.parseInt(line.strip(), 16);
      } catch (NumberFormatException e) {
        throw incomplete();
      }
      position = end + 2;
      if (size < 0 || size > body.length - position) {
        throw incomplete();
      }
      bytes.write(body, position, size);
      position += size == 0 ? 0 : size + 2;
    }
    while (position < body.length) {
      int end = lineEnd(body, position);
      String line = line(body, position, end);
      int colon = line.indexOf(':');
      if (colon > 0) {
        trailers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
      position = end + 2;
    }
    String length = request.header("x-amz-decoded-content-length").orElse("");
    if (!length.equals(Integer.toString(bytes.size()))) {
      throw incomplete();
    }
    return bytes.toByteArray();
  }

  private static int lineEnd(byte[] body, int from) throws S3Error {
    for (int i = from; i + 1 < body.length; i++) {
      if (body[i] == '\r' && body[i + 1] == '\n') {
        return i;
      }
    }
    throw incomplete();
  }

  private static String line(byte[] body, int from, int to) {
    return new String(Arrays.copyOfRange(body, from, to), StandardCharsets.US_ASCII);
  }

  private static S3Error incomplete() {
    return new S3Error(
        400,
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header.");
  }

  private static String base64(byte[] digest) {
    return Base64.getEncoder().encodeToString(digest);
  }
}
