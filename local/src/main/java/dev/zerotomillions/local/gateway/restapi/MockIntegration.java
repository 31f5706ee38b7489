package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a mock integration: one fixed answer, as CDK writes it for CORS. */
final class MockIntegration {
  private static final String HEADER = "method.response.header.";
  private static final Set<String> KEYS =
      Set.of("Type", "RequestTemplates", "IntegrationResponses", "PassthroughBehavior");
  private static final Set<String> RESPONSE_KEYS = Set.of("StatusCode", "ResponseParameters");

  private MockIntegration() {}

  static RestIntegration of(ResourceRequest request, JsonNode integration)
      throws UnsupportedProperty {
    Properties.onlyKeys(request, "Integration", integration, KEYS);
    JsonNode responses = integration.path("IntegrationResponses");
    if (responses.size() != 1) {
      throw new UnsupportedProperty(
          request, "Integration.IntegrationResponses", "a mock has exactly one response");
    }
    JsonNode response = responses.path(0);
    String path = "Integration.IntegrationResponses.0";
    Properties.onlyKeys(request, path, response, RESPONSE_KEYS);
    List<WebHeaders.Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> parameter : response.path("ResponseParameters").properties()) {
      String name = parameter.getKey();
      if (!name.startsWith(HEADER)) {
        throw new UnsupportedProperty(
            request, path + ".ResponseParameters." + name, "headers only");
      }
      fields.add(
          new WebHeaders.Field(
              name.substring(HEADER.length()),
              Literals.of(
                  request, path + ".ResponseParameters." + name, parameter.getValue().asText())));
    }
    fields.add(new WebHeaders.Field("Content-Type", "application/json"));
    return new RestIntegration.Mock(
        new WebResponse(
            response.path("StatusCode").asInt(200), new WebHeaders(fields), new byte[0]));
  }
}
