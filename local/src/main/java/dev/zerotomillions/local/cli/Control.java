package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.simple.CustomResourceResponses;
import dev.zerotomillions.local.web.WebHandler;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The emulator's own endpoints under {@code /_local/}, for its scripts.
 *
 * <p>What changes something wants the header {@code X-Local-Control}, which a page in a browser
 * can't send across origins without being asked first, and a host name of this machine, so that a
 * foreign name that was made to point here gets nowhere.
 */
final class Control implements WebHandler {
  private static final String PREFIX = "/_local/";
  private static final String RESPONSES = "PUT " + PREFIX + "custom-resources/";
  private static final String INVOKE = "POST " + PREFIX + "invoke/";
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
    String call = request.method() + " " + request.path();
    if (call.startsWith(RESPONSES)) {
      boolean known = responses.accept(call.substring(RESPONSES.length()), request.body());
      return known ? WebResponse.text(200, "") : refusal(404, "No custom resource waits for this");
    }
    if (call.equals("GET /_local/status")) {
      return WebResponse.json(200, emulator.status().toString());
    }
    if (!request.headers().contains(HEADER) || !isLocal(request.headers().first("Host", ""))) {
      return refusal(403, "Send the header %s to localhost".formatted(HEADER));
    }
    if (call.startsWith(INVOKE)) {
      return invoke(call.substring(INVOKE.length()), request.body());
    }
    return call.equals("POST /_local/deploy")
        ? deploy(request)
        : refusal(404, "Here are status, deploy and invoke");
  }

  private static boolean isLocal(String host) {
    String name = host.replaceFirst(":\\d+$", "");
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }

  private WebResponse invoke(String function, byte[] event) throws InterruptedException {
    return switch (emulator.invoke(function, event)) {
      case Invocation.Returned returned ->
          WebResponse.json(200, new String(returned.payload(), StandardCharsets.UTF_8));
      case Invocation.Failed failed ->
          WebResponse.json(502, new String(failed.payload(), StandardCharsets.UTF_8));
      case Invocation.NotFound missing ->
          refusal(404, "No function %s is deployed".formatted(missing.function()));
      case Invocation other -> refusal(503, other.toString());
    };
  }

  private WebResponse deploy(WebRequest request) throws InterruptedException {
    try {
      JsonNode wish = json.readTree(request.body());
      emulator.deploy(Path.of(wish.path("assembly").asText()), wish.path("phase").asInt());
      emulator.publish();
      return WebResponse.json(
          200, json.createObjectNode().set("phase", wish.path("phase")).toString());
    } catch (JacksonException e) {
      return refusal(400, "Send {\"assembly\": folder, \"phase\": number}");
    } catch (CannotStart e) {
      return refusal(409, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory are always readable", e);
    }
  }

  private WebResponse refusal(int status, String message) {
    return WebResponse.json(status, json.createObjectNode().put("message", message).toString());
  }
}
