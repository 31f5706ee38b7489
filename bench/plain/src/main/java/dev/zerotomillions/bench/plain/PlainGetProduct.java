package dev.zerotomillions.bench.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code GetProduct} as the leanest handler one would write by hand: a streaming JSON parser, the
 * SDK's DynamoDB client, and nothing else. What the framework costs is measured against it.
 */
public final class PlainGetProduct implements RequestStreamHandler {
  private static final JsonFactory JSON = new JsonFactory();

  private final String table = System.getenv("CATALOG_TABLE");
  private final DynamoDbClient dynamoDb =
      DynamoDbClient.builder()
          .region(Region.of(System.getenv("AWS_REGION")))
          .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL")))
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .httpClient(UrlConnectionHttpClient.create(PlainGetProduct::withoutTls))
          .build();

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var key = "PRODUCT#" + productId(event);
    var item =
        dynamoDb
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(
                            Map.of(
                                "pk", AttributeValue.fromS(key),
                                "sk", AttributeValue.fromS("PRODUCT"))))
            .item();
    writeAnswer(answer, item);
  }

  /** As the functions connect: the SDK's own connections read the trust store, needed or not. */
  private static HttpURLConnection withoutTls(URI uri) {
    try {
      return (HttpURLConnection) uri.toURL().openConnection();
    } catch (IOException e) {
      throw new UncheckedIOException("Can't connect to " + uri, e);
    }
  }

  private static @Nullable String productId(InputStream event) throws IOException {
    try (JsonParser parser = JSON.createParser(event)) {
      var depth = 0;
      var inPathParameters = false;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          depth++;
          inPathParameters = depth == 2 && "pathParameters".equals(parser.currentName());
        } else if (token == JsonToken.END_OBJECT) {
          depth--;
          inPathParameters = false;
        } else if (inPathParameters
            && token == JsonToken.VALUE_STRING
            && "id".equals(parser.currentName())) {
          return parser.getText();
        }
      }
    }
    return null;
  }

  private static void writeAnswer(OutputStream answer, Map<String, AttributeValue> item)
      throws IOException {
    var body = new StringWriter();
    try (var json = JSON.createGenerator(body)) {
      json.writeStartObject();
      for (var attribute : item.entrySet()) {
        var value = attribute.getValue();
        if (value.n() != null) {
          json.writeNumberField(attribute.getKey(), Long.parseLong(value.n()));
        } else if (value.s() != null) {
          json.writeStringField(attribute.getKey(), value.s());
        }
      }
      json.writeEndObject();
    }
    try (var json = JSON.createGenerator(answer)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", item.isEmpty() ? 404 : 200);
      json.writeObjectFieldStart("headers");
      json.writeStringField("content-type", "application/json");
      json.writeEndObject();
      json.writeStringField("body", body.toString());
      json.writeEndObject();
    }
  }
}
