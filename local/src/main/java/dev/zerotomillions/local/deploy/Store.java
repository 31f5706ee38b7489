package dev.zerotomillions.local.deploy;

import java.util.List;

/** Where the state of deployments is kept. Each call is atomic, and durable once it returns. */
interface Store {
  void save(StackRecord stack);

  void save(StackKey stack, String logicalId, ResourceState state);

  void remove(StackKey stack, String logicalId);

  void remove(StackKey stack);

  /** All stacks on record, in the order of their deployment. */
  List<Stack> load();
}
