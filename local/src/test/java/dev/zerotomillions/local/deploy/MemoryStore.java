package dev.zerotomillions.local.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** State that outlives a power cut, which may come before and after each write. */
final class MemoryStore implements Store {
  private final Power power;
  private final Map<StackKey, StackRecord> stacks = new HashMap<>();
  private final Map<StackKey, Map<String, ResourceState>> resources = new HashMap<>();

  MemoryStore(Power power) {
    this.power = power;
  }

  @Override
  public synchronized void save(StackRecord stack) {
    power.moment();
    stacks.put(new StackKey(stack.region(), stack.name()), stack);
    power.moment();
  }

  @Override
  public synchronized void save(StackKey stack, String logicalId, ResourceState state) {
    power.moment();
    resources.computeIfAbsent(stack, each -> new TreeMap<>()).put(logicalId, state);
    power.moment();
  }

  @Override
  public synchronized void remove(StackKey stack, String logicalId) {
    power.moment();
    resources.getOrDefault(stack, new TreeMap<>()).remove(logicalId);
    power.moment();
  }

  @Override
  public synchronized void remove(StackKey stack) {
    power.moment();
    stacks.remove(stack);
    resources.remove(stack);
    power.moment();
  }

  @Override
  public synchronized List<Stack> load() {
    return stacks.entrySet().stream()
        .map(
            each ->
                new Stack(this, each.getValue(), resources.getOrDefault(each.getKey(), Map.of())))
        .toList();
  }
}
