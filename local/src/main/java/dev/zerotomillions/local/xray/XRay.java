package dev.zerotomillions.local.xray;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.functions.EndedInvocation;
import dev.zerotomillions.local.functions.FunctionObserver;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.time.InstantSource;

/** X-Ray, whose traces last as long as the emulator runs. */
public final class XRay implements FunctionObserver, AutoCloseable {
  private static final int MOST_TRACES = 2_000;

  private final TraceStore store = new TraceStore(MOST_TRACES);
  private final XRayDaemon daemon = new XRayDaemon(store::add);
  private final XRayApi api;

  public XRay(InstantSource clock) {
    this.api = new XRayApi(store, clock);
  }

  public AwsApi api() {
    return api;
  }

  /** The UDP port on the loopback interface that takes segments. */
  public int daemonPort() {
    return daemon.port();
  }

  @Override
  public void ended(EndedInvocation invocation) {
    if (invocation.trace().recorded()) {
      LambdaSegments.of(invocation).forEach(store::add);
    }
  }

  @Override
  public void printed(FunctionVersion version, String line) {
    // Traces aren't made of what functions print.
  }

  @Override
  public void close() {
    daemon.close();
  }
}
