package dev.zerotomillions.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An environment serves its ten-thousandth request as it served its first: what slowed such
 * functions was a bean registered at each invocation.
 */
class SteadyStateTest {
  private static final int INVOCATIONS = 10_000;
  private static final long ALLOWED_GROWTH = 2_000_000;

  @Test
  void tenThousandInvocations_leaveNothingBehind() {
    Api api = Api.start(Map.of());
    ApiRequest good =
        ApiRequest.of("POST", "/echo")
            .json(
                "{\"text\":\"a\",\"number\":1,\"flag\":true,\"lines\":[{\"name\":\"a\",\"quantity\":1}]}");
    ApiRequest bad = ApiRequest.of("POST", "/echo").json("{}");
    serve(api, good, bad, 1000);
    int beans = api.handler().beans();
    long before = usedMemory();
    serve(api, good, bad, INVOCATIONS);
    assertEquals(beans, api.handler().beans());
    long growth = usedMemory() - before;
    assertTrue(growth < ALLOWED_GROWTH, growth + " bytes more in use");
  }

  private static void serve(Api api, ApiRequest good, ApiRequest bad, int times) {
    for (int i = 0; i < times; i += 2) {
      assertEquals(200, api.send(good).status());
      assertEquals(400, api.send(bad).status());
    }
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
