package dev.zerotomillions.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Pause;
import dev.zerotomillions.shared.jobs.Job;
import dev.zerotomillions.shared.jobs.JobHandler;
import dev.zerotomillions.shared.jobs.JobRun;
import dev.zerotomillions.shared.jobs.JobRunner;
import dev.zerotomillions.shared.jobs.Jobs;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.InMemoryFiles;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final String ADA = "usr_ada";

  private final TestTokens tokens = new TestTokens();
  private final Map<String, String> variables =
      Map.of(
          "JOBS_TABLE",
          TestTable.create().name(),
          "JWKS",
          tokens.jwks(),
          "CURSOR_KEY_PARAMETER",
          InMemoryParameters.CURSOR_KEY);
  private final InstantSource clock = Clock.systemUTC();
  private final Database database = new Database(TestTable.client(), new Pause());
  private final Jobs jobs = new Jobs(database, Api.settings(variables), clock);
  private final Api api = Api.start(variables, new InMemoryFiles(), new InMemoryParameters());

  private Job submitted(String owner) {
    Job job = Job.queued("job_" + UUID.randomUUID(), "user-export", owner, clock.instant());
    database.commit(jobs.add(job));
    return job;
  }

  private void finish(Job job) {
    JobHandler handler =
        new JobHandler() {
          @Override
          public String kind() {
            return "user-export";
          }

          @Override
          public String run(JobRun run) {
            return "exports/usr_ada/mine.json";
          }
        };
    new JobRunner(jobs, List.of(handler), clock)
        .run(job.id(), new Deadline(Instant.now().plusSeconds(5)));
  }

  private ApiResponse get(String path, String user, Role role) {
    return api.send(
        ApiRequest.get(path)
            .header("authorization", "Bearer " + tokens.issue(user, role, clock.instant())));
  }

  @Test
  void job_isShownToItsOwner_andToAdministrators_alone() {
    Job job = submitted(ADA);
    String path = "/api/jobs/" + job.id();

    ApiResponse unfinished = get(path, ADA, Role.CUSTOMER);
    assertEquals(200, unfinished.status(), unfinished.body());
    assertEquals("QUEUED", unfinished.get("state"));
    assertEquals("2", unfinished.header("retry-after"));
    assertNull(unfinished.get("result"));
    assertEquals(200, get(path, "usr_boss", Role.ADMINISTRATOR).status());

    ApiResponse stranger = get(path, "usr_eve", Role.CUSTOMER);
    assertEquals(404, stranger.status());
    assertEquals(
        stranger.body(), get("/api/jobs/job_" + UUID.randomUUID(), ADA, Role.CUSTOMER).body());
    assertEquals(401, api.send(ApiRequest.get(path)).status());
  }

  @Test
  void finishedJob_tellsWhereItsResultIs() {
    Job job = submitted(ADA);
    finish(job);

    ApiResponse answer = get("/api/jobs/" + job.id(), ADA, Role.CUSTOMER);
    assertEquals("SUCCEEDED", answer.get("state"));
    assertEquals(100L, answer.get("progress"));
    assertEquals(
        "https://files.example/exports/usr_ada/mine.json?for=900",
        assertInstanceOf(Map.class, answer.get("result")).get("url"));
    assertNull(answer.header("retry-after"));
    assertEquals("no-store", answer.header("cache-control"));
  }

  @Test
  void list_isForAdministrators_latestFirst_inPages() {
    Job first = submitted(ADA);
    Job second = submitted("usr_eve");

    assertEquals(403, get("/api/jobs", ADA, Role.CUSTOMER).status());
    ApiResponse page = get("/api/jobs?limit=1", "usr_boss", Role.ADMINISTRATOR);
    assertEquals(List.of(second.id()), ids(page));
    ApiResponse rest =
        get("/api/jobs?limit=10&cursor=" + page.get("nextCursor"), "usr_boss", Role.ADMINISTRATOR);
    assertEquals(List.of(first.id()), ids(rest));
    assertEquals(400, get("/api/jobs?cursor=bent", "usr_boss", Role.ADMINISTRATOR).status());
  }

  private static List<Object> ids(ApiResponse page) {
    return page.items().stream().<Object>map(item -> item.get("id")).toList();
  }
}
