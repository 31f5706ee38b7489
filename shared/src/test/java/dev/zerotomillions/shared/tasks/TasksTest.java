package dev.zerotomillions.shared.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.testing.Api;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasksTest {
  private final List<String> runs = new ArrayList<>();
  private final Api api = Api.start(Map.of(), new SweepFloor());

  /** Notes what it sees. */
  private final class SweepFloor implements ScheduledTask {
    @Override
    public String name() {
      return "SweepFloor";
    }

    @Override
    public void run(Deadline deadline) {
      long left = deadline.remaining(InstantSource.system()).toMillis();
      assertTrue(left > 5000 && left <= 9500, "left " + left);
      assertEquals(deadline, Deadline.current().orElseThrow());
      runs.add(Correlation.requestId());
    }
  }

  @Test
  void schedulesEvent_runsTheTaskOfItsName_asARequestOfItsOwn() {
    byte[] answer = api.invoke("{\"task\":\"SweepFloor\"}".getBytes(StandardCharsets.UTF_8));
    assertEquals("{\"task\":\"SweepFloor\"}", new String(answer, StandardCharsets.UTF_8));
    assertTrue(runs.getFirst().startsWith("req-"));
    assertTrue(Deadline.current().isEmpty());
    assertEquals("none", Correlation.requestId());
  }

  @Test
  void unknownTask_failsTheInvocation_andSaysWhichThereAre() {
    var unknown = assertThrows(UnknownTask.class, () -> api.runTask("SweepRoof"));
    assertTrue(String.valueOf(unknown.getMessage()).contains("[SweepFloor]"));
  }

  @Test
  void taskThatIsNoText_isNoTask() {
    byte[] event = "{\"task\":1}".getBytes(StandardCharsets.UTF_8);
    assertThrows(RuntimeException.class, () -> api.invoke(event));
  }
}
