package dev.zerotomillions.local.functions;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How functions are run here.
 *
 * @param data the emulator's data folder
 * @param endpoint the AWS endpoint that functions are to call
 * @param idleLimit how long an environment may be idle before it is ended
 * @param environments how many processes there are at most, whatever AWS would allow; a version of
 *     a function has half of them at most
 * @param patience how long an invocation waits when all of those are busy
 * @param accountConcurrency how many invocations may run at once in a region, as AWS counts
 * @param initLimit how long an initialisation may take before an invocation retries it
 * @param retryDelays how long a failed event waits before each retry
 * @param nativeClient whether to use AWS's native HTTP client in functions' processes
 * @param xrayPort where the X-Ray daemon listens, or 0 if there is none
 */
public record FunctionSettings(
    Path data,
    URI endpoint,
    Duration idleLimit,
    int environments,
    Duration patience,
    int accountConcurrency,
    Duration initLimit,
    List<Duration> retryDelays,
    boolean nativeClient,
    int xrayPort) {
  public FunctionSettings {
    data = data.toAbsolutePath();
    retryDelays = List.copyOf(retryDelays);
  }

  /** What suits a laptop. */
  public static FunctionSettings defaults(Path data, URI endpoint) {
    return new FunctionSettings(
        data,
        endpoint,
        Duration.ofMinutes(5),
        24,
        Duration.ofSeconds(10),
        1000,
        Duration.ofSeconds(10),
        List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)),
        System.getProperty("os.name").equals("Linux"),
        0);
  }

  public FunctionSettings withIdleLimit(Duration limit) {
    return new FunctionSettings(
        data,
        endpoint,
        limit,
        environments,
        patience,
        accountConcurrency,
        initLimit,
        retryDelays,
        nativeClient,
        xrayPort);
  }

  /** With this many processes at most, and this much patience when all of them are busy. */
  public FunctionSettings withEnvironments(int most, Duration wait) {
    return new FunctionSettings(
        data,
        endpoint,
        idleLimit,
        most,
        wait,
        accountConcurrency,
        initLimit,
        retryDelays,
        nativeClient,
        xrayPort);
  }

  public FunctionSettings withInitLimit(Duration limit) {
    return new FunctionSettings(
        data,
        endpoint,
        idleLimit,
        environments,
        patience,
        accountConcurrency,
        limit,
        retryDelays,
        nativeClient,
        xrayPort);
  }

  public FunctionSettings withRetryDelays(List<Duration> delays) {
    return new FunctionSettings(
        data,
        endpoint,
        idleLimit,
        environments,
        patience,
        accountConcurrency,
        initLimit,
        delays,
        nativeClient,
        xrayPort);
  }

  public FunctionSettings withNativeClient(boolean use) {
    return new FunctionSettings(
        data,
        endpoint,
        idleLimit,
        environments,
        patience,
        accountConcurrency,
        initLimit,
        retryDelays,
        use,
        xrayPort);
  }

  public FunctionSettings withXRayPort(int port) {
    return new FunctionSettings(
        data,
        endpoint,
        idleLimit,
        environments,
        patience,
        accountConcurrency,
        initLimit,
        retryDelays,
        nativeClient,
        port);
  }
}
