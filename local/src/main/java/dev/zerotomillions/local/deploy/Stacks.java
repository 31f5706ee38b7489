package dev.zerotomillions.local.deploy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All stacks on record. */
final class Stacks {
  private final Store store;
  private final Map<StackKey, Stack> byKey = new ConcurrentHashMap<>();

  Stacks(Store store) {
    this.store = store;
    store.load().forEach(stack -> byKey.put(stack.key(), stack));
  }

  Optional<Stack> find(StackKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** A stack that is to be deployed, put on record if it is new. */
  Stack open(StackRecord record) {
    StackKey key = new StackKey(record.region(), record.name());
    return byKey.computeIfAbsent(
        key,
        absent -> {
          store.save(record);
          return new Stack(store, record, Map.of());
        });
  }

  void forget(StackKey key) {
    store.remove(key);
    byKey.remove(key);
  }

  /** In the order of their deployment. */
  List<Stack> inOrder() {
    Collection<Stack> all = byKey.values();
    return all.stream().sorted(Comparator.comparingInt(each -> each.record().position())).toList();
  }

  /**
   * What a region's stacks export under a name. What a deployment that is under way proposes comes
   * first: an export may move from one stack to another.
   */
  Optional<String> export(String region, String name) {
    return Stream.concat(
            byKey.values().stream().flatMap(stack -> stack.proposal().stream()),
            byKey.values().stream().filter(stack -> stack.proposal().isEmpty()).map(Stack::record))
        .filter(record -> record.region().equals(region) && record.exports().containsKey(name))
        .map(record -> record.exports().getOrDefault(name, ""))
        .findFirst();
  }
}
