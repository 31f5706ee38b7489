package dev.zerotomillions.local.gateway.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.gateway.common.Ids;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code AWS::ApiGatewayV2::Api}. */
final class HttpApiType implements ResourceType {
  private static final Set<String> CORS_KEYS =
      Set.of(
          "AllowOrigins",
          "AllowMethods",
          "AllowHeaders",
          "ExposeHeaders",
          "MaxAge",
          "AllowCredentials");

  private final HttpApis apis;

  HttpApiType(HttpApis apis) {
    this.apis = apis;
  }

  @Override
  public String name() {
    return "AWS::ApiGatewayV2::Api";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("Name", "ProtocolType", "CorsConfiguration")
        .andIgnores("Description", "Tags", "Version");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("ProtocolType");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, Ids.of(request, 10));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return put(request, current.physicalId());
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    put(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    apis.delete(current.physicalId());
  }

  private Provisioned put(ResourceRequest request, String id) throws ResourceFailed {
    Properties.required(request, "Name");
    Properties.only(request, "ProtocolType", "HTTP");
    Cors cors = cors(request);
    apis.create(
        HttpApiDraft.empty(id, request.region(), request.account()), draft -> draft.withCors(cors));
    return new Provisioned(
        id,
        Map.of(
            "ApiId",
            TextNode.valueOf(id),
            "ApiEndpoint",
            TextNode.valueOf(
                "https://%s.execute-api.%s.amazonaws.com".formatted(id, request.region()))));
  }

  private static @Nullable Cors cors(ResourceRequest request) throws ResourceFailed {
    JsonNode cors = request.properties().path("CorsConfiguration");
    if (cors.isMissingNode()) {
      return null;
    }
    Properties.onlyKeys(request, "CorsConfiguration", cors, CORS_KEYS);
    return new Cors(
        Properties.texts(cors.path("AllowOrigins")),
        Properties.texts(cors.path("AllowMethods")),
        Properties.texts(cors.path("AllowHeaders")),
        Properties.texts(cors.path("ExposeHeaders")),
        cors.has("MaxAge") ? Integer.valueOf(cors.path("MaxAge").asInt()) : null,
        cors.path("AllowCredentials").asBoolean());
  }
}
