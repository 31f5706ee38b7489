package dev.zerotomillions.local.gateway.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where access logs lie: {@code access-<api>.log} in the folder of all logs. */
public record AccessLogs(Path folder) {

  /** The access log that a stage's settings ask for, or null where they ask for none. */
  public @Nullable AccessLog of(String apiId, JsonNode settings) {
    JsonNode format = settings.path("Format");
    return format.isTextual()
        ? new AccessLog(format.asText(), folder.resolve("access-" + apiId + ".log"))
        : null;
  }
}
