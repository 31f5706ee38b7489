package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.problem.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is sent to the queue of a kind of jobs: {@code {"job": "job_...", "kind": "user-export",
 * "correlationId": "..."}}.
 *
 * @param correlationId that of the request that asked for the job
 */
record JobMessage(String job, String kind, String correlationId) {

  static JobMessage of(Job job) {
    return new JobMessage(job.id(), job.kind(), Correlation.currentId().orElse(job.id()));
  }

  String body() {
    Map<String, Object> body =
        new TreeMap<>(Map.of("job", job, "kind", kind, "correlationId", correlationId));
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }

  /** Reads a message; empty if it is none. */
  static Optional<JobMessage> in(String body) {
    try {
      return Json.read(body.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map
              && map.get("job") instanceof String job
              && map.get("kind") instanceof String kind
          ? Optional.of(
              new JobMessage(job, kind, map.get("correlationId") instanceof String id ? id : job))
          : Optional.empty();
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }
}
