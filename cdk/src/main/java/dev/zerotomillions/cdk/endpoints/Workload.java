package dev.zerotomillions.cdk.endpoints;

import java.time.Duration;

/** Something that a function does: answering an endpoint's requests, a scheduled task, or jobs. */
public sealed interface Workload permits Endpoint, Task, Worker {
  Service service();

  /** Returns the function's name, where it does nothing else. */
  String name();

  Needs needs();

  Duration timeout();

  int memoryMegabytes();
}
