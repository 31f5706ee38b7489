package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How a client speaks to CloudWatch: today's speak CBOR, others JSON. */
enum Codec {
  /** Smithy's RPC v2: the operation is in the path. */
  CBOR(CBORMapper.builder().addModule(new Times()).build()) {
    @Override
    Map<String, String> headers() {
      return Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor");
    }

    @Override
    String operation(AwsRequest request) {
      return request.path().substring(request.path().lastIndexOf('/') + 1);
    }
  },
  /** AWS's JSON 1.0: the operation is in a header. */
  JSON(JsonMapper.builder().addModule(new Times()).build()) {
    @Override
    Map<String, String> headers() {
      return Map.of("Content-Type", "application/x-amz-json-1.0");
    }

    @Override
    String operation(AwsRequest request) {
      return request.operation();
    }
  };

  /** Times are seconds since 1970; in CBOR a tag says so. */
  private static final class Times extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Times() {
      addSerializer(
          new StdSerializer<>(Instant.class) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(Instant time, JsonGenerator out, SerializerProvider provider)
                throws IOException {
              if (out instanceof CBORGenerator cbor) {
                cbor.writeTag(1);
              }
              out.writeNumber(time.toEpochMilli() / 1000.0);
            }
          });
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // a mapper is not changed once it is built
  private final ObjectMapper mapper;

  Codec(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  abstract Map<String, String> headers();

  abstract String operation(AwsRequest request);

  static Codec of(AwsRequest request) throws AwsError {
    return find(request)
        .orElseThrow(
            () ->
                new AwsError(
                    400,
                    "InvalidAction",
                    "CloudWatch speaks CBOR and JSON here, as clients of 2025 and later do, not the query protocol; update the CLI or SDK"));
  }

  /** The codec of a request; none for the query protocol. */
  static Optional<Codec> find(AwsRequest request) {
    if (header(request, "smithy-protocol").equals("rpc-v2-cbor")) {
      return Optional.of(CBOR);
    }
    return header(request, "x-amz-target").isEmpty() ? Optional.empty() : Optional.of(JSON);
  }

  JsonNode read(byte[] body) throws AwsError {
    try {
      return body.length == 0 ? JsonNodeFactory.instance.objectNode() : mapper.readTree(body);
    } catch (IOException e) {
      throw new AwsError(400, "SerializationException", "The request's body can't be read");
    }
  }

  AwsResponse answer(int status, ObjectNode body) {
    try {
      return new AwsResponse(status, headers(), mapper.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException("A tree can always be written", e);
    }
  }

  static String header(AwsRequest request, String name) {
    var values = request.headers().get(name);
    return values == null || values.isEmpty() ? "" : values.getFirst();
  }
}
