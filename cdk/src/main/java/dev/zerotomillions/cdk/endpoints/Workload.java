package dev.zerotomillions.cdk.endpoints;

import java.time.Duration;

/** Something that a function does: answering an endpoint's requests, or a scheduled task. */
public sealed interface Workload permits Endpoint, Task {
  Service service();

  /** Returns the function's name, where it does nothing else. */
  String name();

  Needs needs();

  Duration timeout();

  int memoryMegabytes();
}
