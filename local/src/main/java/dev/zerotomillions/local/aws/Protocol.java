package dev.zerotomillions.local.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The protocols of AWS's APIs, as far as errors differ by them. */
enum Protocol {
  /** {@code X-Amz-Target} names the operation; the body is JSON. */
  JSON {
    @Override
    WebResponse error(AwsError error, String requestId) {
      return json(error, requestId, "application/x-amz-json-1.1");
    }
  },

  /** {@code Action} in a form names the operation; the answer is XML. */
  QUERY {
    @Override
    WebResponse error(AwsError error, String requestId) {
      String body =
          """
          <ErrorResponse><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>\
          <RequestId>%s</RequestId></ErrorResponse>"""
              .formatted(
                  error.status() < 500 ? "Sender" : "Receiver",
                  escaped(error.code()),
                  escaped(error.message()),
                  requestId);
      return new WebResponse(
          error.status(),
          WebHeaders.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
          body.getBytes(StandardCharsets.UTF_8));
    }
  },

  /** Method and path name the operation; the answer is XML. */
  REST_XML {
    @Override
    WebResponse error(AwsError error, String requestId) {
      String body =
          "<Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>"
              .formatted(escaped(error.code()), escaped(error.message()), requestId);
      return new WebResponse(
          error.status(),
          WebHeaders.of("Content-Type", "application/xml", "x-amzn-RequestId", requestId),
          body.getBytes(StandardCharsets.UTF_8));
    }
  },

  /** Method and path name the operation; the answer is JSON. */
  REST_JSON {
    @Override
    WebResponse error(AwsError error, String requestId) {
      return json(error, requestId, "application/json");
    }
  };

  private static final Set<String> XML_SERVICES = Set.of("s3", "cloudfront", "route53");

  abstract WebResponse error(AwsError error, String requestId);

  /** The protocol of a call that was signed for a service. */
  static Protocol of(WebRequest request, String service) {
    return XML_SERVICES.contains(service) ? REST_XML : of(request);
  }

  static Protocol of(WebRequest request) {
    if (!request.path().equals("/")) {
      return REST_JSON;
    }
    if (request.headers().contains("X-Amz-Target")) {
      return JSON;
    }
    String parameters = request.query() + "&" + form(request);
    return parameters.contains("Action=") && parameters.contains("Version=") ? QUERY : REST_JSON;
  }

  private static String form(WebRequest request) {
    String type = request.headers().first("Content-Type", "");
    return type.startsWith("application/x-www-form-urlencoded")
        ? new String(request.body(), StandardCharsets.UTF_8)
        : "";
  }

  private static WebResponse json(AwsError error, String requestId, String contentType) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("__type", error.code());
    body.put("message", error.message());
    return new WebResponse(
        error.status(),
        WebHeaders.of(
            "Content-Type",
            contentType,
            "x-amzn-RequestId",
            requestId,
            "x-amzn-ErrorType",
            error.code()),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
