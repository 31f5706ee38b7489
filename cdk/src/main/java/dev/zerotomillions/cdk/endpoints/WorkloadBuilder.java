package dev.zerotomillions.cdk.endpoints;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A workload under construction, which starts with what most of them have.
 *
 * @param <B> the builder's own type
 */
abstract sealed class WorkloadBuilder<B extends WorkloadBuilder<B>>
    permits Endpoint.Builder, Task.Builder, Worker.Builder {
  private static final Address PROVIDER = Address.PAYMENT_PROVIDER;

  final Service service;
  final String name;
  private final SortedSet<Secret> secrets = new TreeSet<>();
  private final SortedSet<Address> addresses = new TreeSet<>();
  private final SortedSet<FileRight> files = new TreeSet<>();
  private final SortedSet<String> calls = new TreeSet<>();
  private final SortedSet<String> publishes = new TreeSet<>();
  private final SortedSet<String> submits = new TreeSet<>();
  private final List<Grant> grants = new ArrayList<>();
  private boolean publicKeys;
  Duration timeout = Duration.ofSeconds(10);
  int memoryMegabytes = 512;

  WorkloadBuilder(Service service, String name) {
    this.service = service;
    this.name = name;
  }

  /** Returns this, as the type that it has. */
  abstract B self();

  B grants(Grant... allowed) {
    grants.addAll(List.of(allowed));
    return self();
  }

  B secrets(Secret... needed) {
    secrets.addAll(List.of(needed));
    return self();
  }

  B addresses(Address... needed) {
    addresses.addAll(List.of(needed));
    return self();
  }

  /** Lets the function use these actions of S3 on the files of a folder. */
  B files(String folder, String... actions) {
    for (String action : actions) {
      files.add(new FileRight(folder, action));
    }
    return self();
  }

  /** Lets the function call these endpoints of other services. */
  B calls(String... endpoints) {
    calls.addAll(List.of(endpoints));
    return self();
  }

  /** Lets the function hand events of these types to whoever subscribes to them. */
  B publishes(String... events) {
    publishes.addAll(List.of(events));
    return self();
  }

  /** Lets the function submit jobs of these kinds. */
  B submits(String... kinds) {
    submits.addAll(List.of(kinds));
    return self();
  }

  B readsPublicKeys() {
    publicKeys = true;
    return self();
  }

  B timeout(Duration most) {
    timeout = most;
    return self();
  }

  /** Gives it the memory, and with it the processor's share, of work that is bound by both. */
  B fast() {
    memoryMegabytes = 1024;
    return self();
  }

  Needs needs() {
    List<Grant> needed = new ArrayList<>(grants);
    if (!calls.isEmpty() || !publishes.isEmpty() || addresses.contains(PROVIDER)) {
      // Callers share the state of their circuit breakers.
      needed.add(Grant.on(service, "GetItem", "PutItem"));
    }
    if (!publishes.isEmpty()) {
      // An event leaves the outbox when it is delivered.
      needed.add(Grant.on(service, "DeleteItem", "PutItem"));
    }
    return new Needs(
        Grant.merged(needed.stream()),
        secrets,
        addresses,
        files,
        calls,
        publishes,
        submits,
        publicKeys);
  }
}
