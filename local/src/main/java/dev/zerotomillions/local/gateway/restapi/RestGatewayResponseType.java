package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGateway::GatewayResponse}. */
final class RestGatewayResponseType extends RestApiPart {
  private static final String HEADER = "gatewayresponse.header.";

  RestGatewayResponseType(RestApis apis) {
    super(apis);
  }

  @Override
  public String name() {
    return "AWS::ApiGateway::GatewayResponse";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
        "RestApiId", "ResponseType", "StatusCode", "ResponseParameters", "ResponseTemplates");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("RestApiId", "ResponseType");
  }

  @Override
  String newId(ResourceRequest request) throws ResourceFailed {
    return Properties.required(request, "ResponseType");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String type) throws ResourceFailed {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, JsonNode> parameter :
        request.properties().path("ResponseParameters").properties()) {
      String path = "ResponseParameters." + parameter.getKey();
      if (!parameter.getKey().startsWith(HEADER)) {
        throw new UnsupportedProperty(request, path, "headers only");
      }
      headers.put(
          parameter.getKey().substring(HEADER.length()),
          Literals.of(request, path, parameter.getValue().asText()));
    }
    JsonNode templates = request.properties().path("ResponseTemplates");
    Properties.onlyKeys(request, "ResponseTemplates", templates, Set.of("application/json"));
    JsonNode template = templates.path("application/json");
    String text = template.isTextual() ? template.textValue() : null;
    if (text != null
        && text.replaceAll("\\$context\\.error\\.message(String)?", "").contains("$")) {
      throw new UnsupportedProperty(
          request, "ResponseTemplates", "no variable but $context.error.message(String)");
    }
    GatewayResponses.Custom custom =
        new GatewayResponses.Custom(
            request.properties().path("StatusCode").asInt(0), Map.copyOf(headers), text);
    apis.change(request, apiId, draft -> draft.withResponse(type, custom));
    return new Provisioned(type, Map.of("Id", TextNode.valueOf(type)));
  }

  @Override
  RestApiDraft without(RestApiDraft draft, String type) {
    return draft.withResponse(type, null);
  }
}
