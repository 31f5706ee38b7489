package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Pause;
import dev.zerotomillions.shared.jobs.Job;
import dev.zerotomillions.shared.jobs.JobState;
import dev.zerotomillions.shared.jobs.Jobs;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.FakeServices;
import dev.zerotomillions.shared.testing.FakeServices.Received;
import dev.zerotomillions.shared.testing.TestTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportUserTest {
  private final UsersApi users = new UsersApi(new CountingHasher());
  private final Jobs jobs =
      new Jobs(new Database(TestTable.client(), new Pause()), users.settings(), users);
  private ApiResponse session;

  @BeforeEach
  void register() {
    session = users.ada(UsersApi.PASSWORD);
  }

  private ApiResponse export(String key) {
    return users.api.send(
        UsersApi.as(session, "POST", "/api/users/me/exports").header("idempotency-key", key));
  }

  private Job job(ApiResponse accepted) {
    return jobs.find(String.valueOf(accepted.get("id"))).orElseThrow();
  }

  @Test
  void export_holdsWhatIsKnown_andNoSecrets() {
    ApiResponse accepted = export("once");

    assertEquals(202, accepted.status(), accepted.body());
    assertEquals("/api/jobs/" + accepted.get("id"), accepted.header("location"));
    Job job = job(accepted);
    assertEquals(JobState.SUCCEEDED, job.state());
    String file = users.files.text(String.valueOf(job.result()));
    assertTrue(file.contains("\"email\":\"ada@example.com\""), file);
    assertTrue(file.contains("\"sessions\":[{\"id\":\"ses_"), file);
    assertFalse(file.contains("refreshDigest") || file.contains("argon2"), file);
  }

  @Test
  void export_holdsWhatOtherServicesKeep_pageByPage() {
    List<String> ids = IntStream.range(0, 60).mapToObj("ord_%d"::formatted).toList();
    users
        .services
        .on("GET", "/internal/orders?customerId=usr_", pages(ids))
        .on("GET", "/internal/notifications", 200, page(List.of("evt_1"), null))
        .on("GET", "/internal/payments", ExportUserTest::paid);

    Job job = job(export("once"));

    String file = users.files.text(String.valueOf(job.result()));
    Map<?, ?> data =
        (Map<?, ?>) Objects.requireNonNull(Json.read(file.getBytes(StandardCharsets.UTF_8)));
    assertEquals(ids, ids(data.get("orders")));
    assertEquals(ids, ids(data.get("payments")));
    assertEquals(List.of("evt_1"), ids(data.get("messages")));
    assertEquals(2, users.services.received("GET", "/internal/payments").size());
  }

  private static Function<Received, CallAnswer> pages(List<String> ids) {
    return call ->
        call.target().endsWith("&cursor=next%2F1")
            ? FakeServices.answer(200, page(ids.subList(50, 60), null))
            : FakeServices.answer(200, page(ids.subList(0, 50), "next/1"));
  }

  private static CallAnswer paid(Received call) {
    String asked = call.target().substring(call.target().lastIndexOf('=') + 1);
    return FakeServices.answer(200, page(List.of(asked.split(",")), null));
  }

  private static Map<String, Object> page(List<String> ids, @Nullable String nextCursor) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", ids.stream().map(id -> Map.of("id", id)).toList());
    if (nextCursor != null) {
      page.put("nextCursor", nextCursor);
    }
    return page;
  }

  private static List<Object> ids(@Nullable Object items) {
    List<Object> ids = new ArrayList<>();
    ((List<?>) Objects.requireNonNull(items))
        .forEach(item -> ids.add(((Map<?, ?>) item).get("id")));
    return ids;
  }

  @Test
  void exportThatAServiceFailed_isCarriedOnByTheTask_andWritesNothingBefore() {
    users.services.fail("/internal/notifications", 1);
    ApiResponse accepted = export("once");
    assertEquals(JobState.QUEUED, job(accepted).state());
    assertTrue(users.files.keys().isEmpty());

    users.api.runTask("ResumeUserJobs");
    assertEquals(JobState.SUCCEEDED, job(accepted).state());
    assertEquals(100, job(accepted).progress());

    users.api.runTask("ResumeUserJobs");
    assertEquals(1, users.files.keys().size());
    assertEquals(2, users.services.received("GET", "/internal/notifications").size());
  }

  @Test
  void sameKey_isTheSameJob() {
    ApiResponse first = export("once");
    ApiResponse second = export("once");

    assertEquals(first.body(), second.body());
    assertEquals(1, users.files.keys().size());
    assertEquals(
        "idempotency-key-missing",
        users.api.send(UsersApi.as(session, "POST", "/api/users/me/exports")).problem());
  }

  @Test
  void exportThatCouldNotBeWritten_isCarriedOnByTheTask() {
    users.files.reachable(false);
    ApiResponse accepted = export("once");
    assertEquals(202, accepted.status());
    assertEquals(JobState.QUEUED, job(accepted).state());

    users.files.reachable(true);
    users.api.runTask("ResumeUserJobs");
    assertEquals(JobState.SUCCEEDED, job(accepted).state());
    assertEquals(1, users.files.keys().size());
  }

  @Test
  void erasure_takesTheFilesBack() {
    export(UUID.randomUUID().toString());
    export(UUID.randomUUID().toString());
    assertEquals(2, users.files.keys().size());

    assertEquals(204, users.api.send(UsersApi.as(session, "DELETE", "/api/users/me")).status());
    assertTrue(users.files.keys().isEmpty());
    assertFalse(users.stored().contains("EXPORT#"));
  }

  @Test
  void exportOfOneWhoWasErased_isNotMade() {
    users.files.reachable(false);
    ApiResponse accepted = export("once");
    users.files.reachable(true);
    users.api.send(UsersApi.as(session, "DELETE", "/api/users/me"));

    users.api.runTask("ResumeUserJobs");
    assertEquals(JobState.FAILED, job(accepted).state());
    assertEquals("user-erased", job(accepted).cause());
    assertTrue(users.files.keys().isEmpty());
  }

  @Test
  void endedSession_exportsNothing() {
    users.api.send(UsersApi.as(session, "DELETE", "/api/sessions/current"));
    assertEquals(401, export("once").status());
  }
}
