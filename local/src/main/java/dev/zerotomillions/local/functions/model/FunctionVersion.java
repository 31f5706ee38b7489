package dev.zerotomillions.local.functions.model;

import dev.zerotomillions.local.functions.CodeStore.Code;
import java.time.Instant;
import java.util.Map;

/**
 * One version of a function: all that an execution environment is made from.
 *
 * @param version {@code $LATEST}, or the number it was published under
 * @param memorySize in MB
 * @param timeout in seconds
 * @param snapStart whether environments of published versions start from a checkpoint
 * @param jsonLogs whether the runtime writes its own log lines as JSON
 * @param revision changes whenever anything here does
 */
public record FunctionVersion(
    String region,
    String account,
    String name,
    String version,
    String description,
    String handler,
    String role,
    int memorySize,
    int timeout,
    int ephemeralStorage,
    String architecture,
    Map<String, String> environment,
    Code code,
    boolean snapStart,
    boolean jsonLogs,
    String logLevel,
    String tracing,
    String logGroup,
    Instant modified,
    String revision) {
  public static final String LATEST = "$LATEST";

  public FunctionVersion {
    environment = Map.copyOf(environment);
  }

  public String functionArn() {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(region, account, name);
  }

  public String qualifiedArn() {
    return functionArn() + ":" + version;
  }

  /** Whether environments of this version start from a checkpoint. */
  public boolean startsFromCheckpoint() {
    return snapStart && !version.equals(LATEST);
  }

  public FunctionVersion published(String number, String description) {
    return new FunctionVersion(
        region,
        account,
        name,
        number,
        description,
        handler,
        role,
        memorySize,
        timeout,
        ephemeralStorage,
        architecture,
        environment,
        code,
        snapStart,
        jsonLogs,
        logLevel,
        tracing,
        logGroup,
        modified,
        revision + "/" + number);
  }
}
