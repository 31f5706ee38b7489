package dev.zerotomillions.shared.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer in the form that both of API Gateway's payload formats understand. */
record ApiAnswer(int status, Map<String, String> headers, String body) {
  ApiAnswer with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new ApiAnswer(status, all, body);
  }

  /** This answer as HEAD has it. */
  ApiAnswer withoutBody() {
    return new ApiAnswer(status, headers, "");
  }

  /** This answer, to be read by pages of any origin, as an HTTP API's CORS settings have it. */
  ApiAnswer forAnyOrigin() {
    return with("access-control-allow-origin", "*")
        .with("access-control-expose-headers", "ETag,Location,Retry-After,WWW-Authenticate");
  }

  void write(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.factory().createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", status);
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : headers.entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeStringField("body", body);
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }
}
