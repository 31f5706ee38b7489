package dev.zerotomillions.shared.testing;

import com.amazonaws.services.lambda.runtime.Context;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.http.ApiHandler;
import dev.zerotomillions.shared.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The function under test, invoked as Lambda invokes it, with events as API Gateway sends them. */
public final class Api {
  private final ApiHandler handler;
  private PayloadFormat format = PayloadFormat.HTTP_API_2_0;

  private Api(ApiHandler handler) {
    this.handler = handler;
  }

  /**
   * Starts the function on the engine.
   *
   * @param variables its environment, such as the names of its tables
   * @param beans beans that take the place of the function's own
   */
  public static Api start(Map<String, String> variables, Object... beans) {
    return new Api(new ApiHandler(settings(variables), beans));
  }

  /** A function's environment on the engine. */
  public static Settings settings(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("AWS_REGION", TestTable.REGION);
    all.computeIfAbsent("AWS_ENDPOINT_URL", _ -> DynamoDbLocal.endpoint().toString());
    all.put("AWS_ACCESS_KEY_ID", TestTable.ACCESS_KEY);
    all.put("AWS_SECRET_ACCESS_KEY", "test");
    return new Settings(all);
  }

  /** The same function, invoked by the other kind of gateway. */
  public Api as(PayloadFormat other) {
    Api api = new Api(handler);
    api.format = other;
    return api;
  }

  public ApiResponse send(ApiRequest request) {
    return ApiResponse.read(invoke(request.event(format)));
  }

  /** Invokes the function as the schedule of a task does. */
  public void runTask(String name) {
    invoke(Json.write(Map.of("task", name)));
  }

  /** Invokes the function with the bytes of an event. */
  public byte[] invoke(byte[] event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public ApiHandler handler() {
    return handler;
  }

  private static Context context() {
    return new InvocationContext("req-" + java.util.UUID.randomUUID());
  }
}
