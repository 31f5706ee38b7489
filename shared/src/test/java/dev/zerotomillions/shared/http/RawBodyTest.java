package dev.zerotomillions.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawBodyTest {
  private static final Api API = Api.start(Map.of());

  private static ApiRequest post(String type) {
    return ApiRequest.of("POST", "/echo/raw").header("content-type", type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "application/x-www-form-urlencoded", "text/plain", "x/y; z"})
  void body_arrivesAsItWasSent_whateverItIsSaidToBe(String type) {
    assertEquals("{\"a\" : 1}\n", API.send(post(type).body("{\"a\" : 1}\n")).get("text"));
  }

  @Test
  void body_arrivesAsItWasSent_withoutAMediaType() {
    assertEquals("é", API.send(ApiRequest.of("POST", "/echo/raw").body("é")).get("text"));
  }

  @Test
  void missingBody_isEmpty() {
    assertEquals("", API.send(ApiRequest.of("POST", "/echo/raw")).get("text"));
  }

  @Test
  void form_isDecoded_alsoWhenTheGatewayEncodedIt() {
    byte[] form = "card%5Btoken%5D=tok_a+b&card%5Btoken%5D=2&x".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Map.of("card[token]", List.of("tok_a b", "2"), "x", List.of("")),
        API.send(post("application/x-www-form-urlencoded").bytes(form)).get("form"));
  }

  @Test
  void invalidUtf8_isRefused() {
    var answer = API.send(post("text/plain").bytes(new byte[] {(byte) 0xc0}));
    assertEquals("malformed-request", answer.problem());
  }
}
