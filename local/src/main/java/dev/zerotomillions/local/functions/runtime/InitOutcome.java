package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.Invocation.Failed;
import java.util.function.Function;

/** How the initialisation of an execution environment ended. */
sealed interface InitOutcome {

  /** The runtime asked for its first invocation. */
  record Ready() implements InitOutcome {}

  /**
   * It failed.
   *
   * @param status {@code error} or {@code timeout}, as Lambda's log has it
   * @param errorType such as {@code Runtime.ExitError}
   * @param answer what an invocation is told, by its request id
   */
  record Broken(String status, String errorType, Function<String, Failed> answer)
      implements InitOutcome {}
}
