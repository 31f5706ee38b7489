package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A REST API's own answers, as far as its template changes them. */
record GatewayResponses(Map<String, Custom> byType) {

  /**
   * One {@code AWS::ApiGateway::GatewayResponse}.
   *
   * @param status the status, or 0 for the usual one
   * @param template the body, in which {@code $context.error.messageString} may stand
   */
  record Custom(int status, Map<String, String> headers, @Nullable String template) {}

  WebResponse of(RestRefusal refusal) {
    return of(refusal, refusal.errorType(), refusal.message(), refusal.body());
  }

  /** Tells a caller why IAM did not authorize them. */
  WebResponse unauthorized(AwsError why) {
    boolean denied = why.code().equals("AccessDeniedException");
    String key = denied ? "Message" : "message";
    String body = JsonNodeFactory.instance.objectNode().put(key, why.message()).toString();
    return of(RestRefusal.unauthorized(why.code()), why.code(), why.message(), body);
  }

  private WebResponse of(RestRefusal refusal, String errorType, String message, String usualBody) {
    Custom custom = byType.get(refusal.type());
    if (custom == null) {
      custom = byType.get(refusal.status() < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
    }
    List<WebHeaders.Field> fields = new ArrayList<>();
    fields.add(new WebHeaders.Field("Content-Type", "application/json"));
    fields.add(new WebHeaders.Field("x-amzn-ErrorType", errorType));
    int status = refusal.status();
    String body = usualBody;
    if (custom != null) {
      custom.headers.forEach((name, value) -> fields.add(new WebHeaders.Field(name, value)));
      status = custom.status == 0 ? status : custom.status;
      body =
          custom.template == null
              ? body
              : custom
                  .template
                  .replace("$context.error.messageString", TextNode.valueOf(message).toString())
                  .replace("$context.error.message", message);
    }
    return new WebResponse(status, new WebHeaders(fields), body.getBytes(StandardCharsets.UTF_8));
  }
}
