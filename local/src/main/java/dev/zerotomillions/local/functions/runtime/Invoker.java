package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.FunctionSettings;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.process.Children;
import java.time.Duration;
import java.util.Optional;

/** Runs invocations: on an idle environment where there is one, and otherwise on a new one. */
public final class Invoker implements Environment.Pool, AutoCloseable {
  private static final Duration REAP_INTERVAL = Duration.ofSeconds(1);

  /** What AWS allows an initialisation that no invocation waits for. */
  private static final Duration UNHURRIED_INIT = Duration.ofSeconds(130);

  private final FunctionSettings settings;
  private final Concurrency concurrency;
  private final Environments environments;
  private final Timeouts timeouts = new Timeouts();
  private final RuntimeApi api = new RuntimeApi();
  private final Launcher launcher;
  private final Provisioning provisioning;

  public Invoker(
      FunctionSettings settings,
      Children children,
      Credentials credentials,
      Concurrency concurrency,
      FunctionLogs logs) {
    this.settings = settings;
    this.concurrency = concurrency;
    this.environments =
        new Environments(
            settings.environments(), Math.max(2, Runtime.getRuntime().availableProcessors()));
    var run = settings.data().resolve("run");
    var client =
        settings.nativeClient()
            ? RuntimeClient.withNativeLibrary(run)
            : RuntimeClient.withoutNativeLibrary(run);
    var variables = new LambdaVariables(credentials, settings.endpoint(), settings.xrayPort());
    this.launcher = new Launcher(children, api, client, variables, logs, timeouts);
    this.provisioning = new Provisioning(environments, this::startReady, logs);
    timeouts.every(REAP_INTERVAL, this::tend);
  }

  /** Starts an invocation; its answer comes later. */
  public void start(DeployedFunction function, FunctionVersion version, InFlight invocation) {
    var refusal = concurrency.enter(function);
    if (refusal.isPresent()) {
      invocation.complete(new Invocation.Throttled(refusal.get()));
      return;
    }
    invocation.whenAnswered(() -> concurrency.leave(function));
    dispatch(version, invocation);
  }

  /** Ends a version's environments; what they are working on is finished first. */
  public void retire(FunctionVersion version) {
    provisioning.keep(version, 0);
    environments.retire(version);
  }

  /** Keeps as many environments of a version ready. */
  public void provision(FunctionVersion version, int count) {
    provisioning.keep(version, count);
  }

  @Override
  public void answered(Environment environment) {
    environments.idle(environment);
  }

  @Override
  public void ended(Environment environment) {
    environments.ended(environment);
    launcher.forget(environment);
  }

  @Override
  public void returned(FunctionVersion version, InFlight invocation) {
    dispatch(version, invocation);
  }

  @Override
  public void close() {
    environments.running().forEach(Environment::end);
    timeouts.close();
    api.close();
  }

  private void tend() {
    environments.reap(settings.idleLimit());
    provisioning.tend();
  }

  /** Starts an environment that no invocation waits for; false if it fails. */
  private boolean startReady(FunctionVersion version) throws InterruptedException {
    try {
      var environment = launch(version, InitType.PROVISIONED);
      var outcome = environment.awaitInit(unhurried(version));
      if (outcome instanceof InitOutcome.Broken broken) {
        environment.log().line(Report.initFailed(environment.initDuration(), "init", broken));
        return false;
      }
      environment.log().line(Report.initSucceeded(environment.initDuration()));
      environments.idle(environment);
      if (environment.isRetired()) {
        environment.endIfIdle();
      }
      return true;
    } finally {
      environments.startEnded();
    }
  }

  private void dispatch(FunctionVersion version, InFlight invocation) {
    var idle = environments.takeIdle(version);
    if (idle.isEmpty() || !idle.get().give(invocation)) {
      Thread.ofVirtual().name("cold start").start(() -> startFor(version, invocation));
    }
  }

  private void startFor(FunctionVersion version, InFlight invocation) {
    try {
      switch (environments.lease(version, settings.patience())) {
        case Environments.Lease.Idle(var environment) -> {
          if (!environment.give(invocation)) {
            dispatch(version, invocation);
          }
        }
        case Environments.Lease.Slot() -> coldStart(version, invocation);
        case Environments.Lease.None() ->
            invocation.complete(
                new Invocation.Throttled(
                    "No process is free: the emulator allows itself %d, and a function half of them"
                        .formatted(settings.environments())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void coldStart(FunctionVersion version, InFlight invocation) throws InterruptedException {
    Environment environment;
    InitOutcome outcome;
    try {
      environment = launch(version, InitType.onDemand(version));
      outcome = environment.awaitInit(initLimit(version));
    } finally {
      environments.startEnded();
    }
    switch (outcome) {
      case InitOutcome.Ready() -> {
        invocation.waitedFor(environment.initDuration());
        var snapshot = environment.initType() == InitType.SNAP_START;
        environment.reportStart(
            snapshot ? Optional.empty() : Optional.of(environment.initDuration()));
        giveOrDispatch(environment, invocation);
      }
      case InitOutcome.Broken broken -> {
        environment.log().line(Report.initFailed(environment.initDuration(), "init", broken));
        initWithin(version, invocation);
      }
    }
  }

  /** Tries once more to initialise a function, in the invocation's own time, as Lambda does. */
  private void initWithin(FunctionVersion version, InFlight invocation)
      throws InterruptedException {
    environments.leaseAgain(version);
    Environment environment;
    InitOutcome outcome;
    try {
      invocation.begin();
      environment = launch(version, InitType.onDemand(version));
      outcome = environment.awaitInit(Duration.ofSeconds(version.timeout()));
    } finally {
      environments.startEnded();
    }
    switch (outcome) {
      case InitOutcome.Ready() -> giveOrDispatch(environment, invocation);
      case InitOutcome.Broken broken -> {
        invocation.end();
        var log = environment.log();
        log.begin(invocation);
        log.line(Report.initFailed(environment.initDuration(), "invoke", broken));
        log.finish(invocation, broken.status() + "\tError Type: " + broken.errorType());
        invocation.complete(broken.answer().apply(invocation.requestId()));
      }
    }
  }

  private void giveOrDispatch(Environment environment, InFlight invocation) {
    if (!environment.give(invocation)) {
      dispatch(environment.version(), invocation);
    }
  }

  private Environment launch(FunctionVersion version, InitType initType) {
    var environment = launcher.launch(version, initType, this);
    environments.launched(environment);
    return environment;
  }

  private Duration initLimit(FunctionVersion version) {
    return InitType.onDemand(version) == InitType.ON_DEMAND
        ? settings.initLimit()
        : unhurried(version);
  }

  private static Duration unhurried(FunctionVersion version) {
    var timeout = Duration.ofSeconds(version.timeout());
    return timeout.compareTo(UNHURRIED_INIT) > 0 ? timeout : UNHURRIED_INIT;
  }
}
