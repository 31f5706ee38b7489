package dev.zerotomillions.local.aws;

import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The AWS endpoint: hands each signed call to the API of the service that it was signed for. */
public final class Apis {
  private final Map<String, AwsApi> bySigningName = new TreeMap<>();
  private final Guard guard;

  public Apis(Collection<? extends AwsApi> apis, Guard guard) {
    this.guard = guard;
    for (AwsApi api : apis) {
      bySigningName.put(api.signingName(), api);
    }
  }

  /** Answers a call that was signed. */
  public WebResponse handle(WebRequest request, Signature signature) throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    Protocol protocol = Protocol.of(request, signature.service());
    AwsApi api = bySigningName.get(signature.service());
    if (api == null) {
      return protocol.error(unknown(signature.service()), requestId);
    }
    AwsRequest call =
        new AwsRequest(
            request.method(),
            request.path(),
            request.query(),
            request.headers().byLowerCaseName(),
            request.body(),
            signature.region(),
            signature.accessKeyId());
    try {
      guard.check(call, signature.service(), arns -> api.rights(call, arns));
      return answer(api.handle(call), requestId);
    } catch (AwsError e) {
      AwsResponse own = api.error(call, e);
      return own == null ? protocol.error(e, requestId) : answer(own, requestId);
    }
  }

  /**
   * AWS's refusal of a call that looks like one of an AWS API but is not signed; null where it does
   * not look like one.
   */
  public static @Nullable WebResponse refuseUnsigned(WebRequest request) {
    Protocol protocol = Protocol.of(request);
    if (protocol == Protocol.REST_JSON && !request.path().startsWith("/2015-03-31/functions")) {
      return null;
    }
    AwsError error =
        protocol == Protocol.JSON
            ? new AwsError(
                400,
                "MissingAuthenticationTokenException",
                "Request is missing Authentication Token")
            : new AwsError(
                403,
                protocol == Protocol.QUERY
                    ? "MissingAuthenticationToken"
                    : "MissingAuthenticationTokenException",
                protocol == Protocol.QUERY
                    ? "Request is missing Authentication Token"
                    : "Missing Authentication Token");
    return protocol.error(error, UUID.randomUUID().toString());
  }

  private AwsError unknown(String service) {
    return new AwsError(
        501,
        "NotImplemented",
        "The service '%s' is not emulated locally. Emulated here: %s."
            .formatted(service, String.join(", ", bySigningName.keySet())));
  }

  private static WebResponse answer(AwsResponse response, String requestId) {
    List<WebHeaders.Field> fields = new ArrayList<>();
    boolean identified = false;
    for (Map.Entry<String, String> header : response.headers().entrySet()) {
      identified |= header.getKey().toLowerCase(Locale.ROOT).equals("x-amzn-requestid");
      fields.add(new WebHeaders.Field(header.getKey(), header.getValue()));
    }
    if (!identified) {
      fields.add(new WebHeaders.Field("x-amzn-RequestId", requestId));
    }
    return new WebResponse(response.status(), new WebHeaders(fields), response.body());
  }
}
