package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.local.simple.CustomResourceResponses;
import dev.zerotomillions.local.web.WebHandler;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The emulator's own endpoints under {@code /_local/}, for its scripts.
 *
 * <p>What changes something wants the header {@code X-Local-Control}, which a page in a browser
 * can't send across origins without being asked first.
 */
final class Control implements WebHandler {
  private static final String PREFIX = "/_local/";
  private static final String RESPONSES = PREFIX + "custom-resources/";
  private static final String HEADER = "X-Local-Control";

  private final ObjectMapper json = new ObjectMapper();
  private final Emulator emulator;
  private final CustomResourceResponses responses;

  Control(Emulator emulator, CustomResourceResponses responses) {
    this.emulator = emulator;
    this.responses = responses;
  }

  @Override
  public WebResponse handle(WebRequest request) throws InterruptedException {
    String path = request.path();
    if (path.startsWith(RESPONSES)) {
      boolean known = responses.accept(path.substring(RESPONSES.length()), request.body());
      return known ? WebResponse.text(200, "") : refusal(404, "No custom resource waits for this");
    }
    return switch (request.method() + " " + path) {
      case "GET /_local/status" -> WebResponse.json(200, emulator.status().toString());
      case "POST /_local/deploy" ->
          request.headers().contains(HEADER)
              ? deploy(request)
              : refusal(403, "Send the header " + HEADER);
      default -> refusal(404, "Here are GET /_local/status and POST /_local/deploy");
    };
  }

  private WebResponse deploy(WebRequest request) throws InterruptedException {
    try {
      JsonNode wish = json.readTree(request.body());
      emulator.deploy(Path.of(wish.path("assembly").asText()), wish.path("phase").asInt());
      emulator.publish();
      return WebResponse.json(200, emulator.status().toString());
    } catch (JsonProcessingException e) {
      return refusal(400, "Send {\"assembly\": folder, \"phase\": number}");
    } catch (CannotStart e) {
      return refusal(409, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return refusal(400, e.toString());
    }
  }

  private WebResponse refusal(int status, String message) {
    return WebResponse.json(status, json.createObjectNode().put("message", message).toString());
  }
}
