package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Pause;
import dev.zerotomillions.shared.jobs.Job;
import dev.zerotomillions.shared.jobs.JobState;
import dev.zerotomillions.shared.jobs.Jobs;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.TestTable;
import java.util.UUID;
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
