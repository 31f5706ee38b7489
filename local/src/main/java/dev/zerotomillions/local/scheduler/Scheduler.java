package dev.zerotomillions.local.scheduler;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.storage.StateFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** EventBridge Scheduler, ticking. */
public final class Scheduler implements AutoCloseable {
  private final Schedules schedules;
  private final ResourceType type;
  private final AwsApi api;
  private final Consumer<String> notices;
  private final ScheduledThreadPoolExecutor clockwork =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("scheduler").factory());

  /**
   * Makes the scheduler, with no schedule.
   *
   * @param functions its targets
   * @param data the emulator's data folder
   * @param notices takes a line for each invocation that could not be handed over
   */
  public Scheduler(
      Functions functions,
      Roles roles,
      Permissions permissions,
      Path data,
      InstantSource clock,
      Consumer<String> notices) {
    Delivery delivery = new Delivery(functions, roles, permissions);
    StateFile done = new StateFile(data.resolve("schedules.json"));
    this.schedules = new Schedules(delivery, done, clock, notices);
    this.type = new ScheduleType(schedules, delivery, clock);
    this.api = new SchedulerApi(schedules);
    this.notices = notices;
  }

  /** Starts to look for what is due, this often. */
  public Scheduler ticking(Duration interval) {
    var unused =
        clockwork.scheduleWithFixedDelay(
            this::tickSafely, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    return this;
  }

  public List<ResourceType> resourceTypes() {
    return List.of(type);
  }

  /** Scheduler's own API, as far as asking goes. */
  public AwsApi api() {
    return api;
  }

  void tick() {
    schedules.tick();
  }

  /** A full disk must not end the ticking: what is due stays due. */
  private void tickSafely() {
    try {
      tick();
    } catch (UncheckedIOException e) {
      notices.accept("The scheduler can't note what it has done: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
