package dev.zerotomillions.local.sources;

import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.sqs.Queues;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The event source mappings that stand, each with what polls for it. */
final class Mappings implements AutoCloseable {
  private final Queues queues;
  private final Functions functions;
  private final Consumer<String> notices;
  private final Map<String, Running> byId = new ConcurrentHashMap<>();

  /** A mapping and, unless it is disabled, its poller. */
  private record Running(Mapping mapping, List<QueuePoller> pollers) {}

  Mappings(Queues queues, Functions functions, Consumer<String> notices) {
    this.queues = queues;
    this.functions = functions;
    this.notices = notices;
  }

  /** Starts to poll for a mapping, in place of an earlier one of the same id. */
  void put(Mapping mapping) {
    remove(mapping.id());
    List<QueuePoller> pollers =
        mapping.enabled()
            ? List.of(QueuePoller.start(mapping.source(), queues, functions, notices))
            : List.of();
    byId.put(mapping.id(), new Running(mapping, pollers));
  }

  void remove(String id) {
    Running before = byId.remove(id);
    if (before != null) {
      before.pollers().forEach(QueuePoller::close);
    }
  }

  List<Mapping> all() {
    return byId.values().stream().map(Running::mapping).toList();
  }

  @Override
  public void close() {
    List.copyOf(byId.keySet()).forEach(this::remove);
  }
}
