package dev.zerotomillions.cdk.endpoints;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All that a function may touch and has to know.
 *
 * @param files what it may do with files
 * @param calls the names of the endpoints of other services that it calls
 * @param publishes the types of the events that it hands to their subscribers
 * @param submits the kinds of the jobs that it submits
 * @param publicKeys whether it needs the keys that tokens are verified with
 */
public record Needs(
    List<Grant> grants,
    SortedSet<Secret> secrets,
    SortedSet<Address> addresses,
    SortedSet<FileRight> files,
    SortedSet<String> calls,
    SortedSet<String> publishes,
    SortedSet<String> submits,
    boolean publicKeys) {

  /** Returns what one function needs that does the work of all these. */
  public static Needs merged(Collection<? extends Workload> workloads) {
    List<Needs> all = new ArrayList<>();
    workloads.forEach(workload -> all.add(workload.needs()));
    return new Needs(
        Grant.merged(all.stream().flatMap(each -> each.grants.stream())),
        union(all, Needs::secrets),
        union(all, Needs::addresses),
        union(all, Needs::files),
        union(all, Needs::calls),
        union(all, Needs::publishes),
        union(all, Needs::submits),
        all.stream().anyMatch(Needs::publicKeys));
  }

  /** Whether other services are called, or would be if they subscribed. */
  public boolean callsServices() {
    return !calls.isEmpty() || !publishes.isEmpty();
  }

  private static <T extends Comparable<T>> SortedSet<T> union(
      List<Needs> all, Function<Needs, SortedSet<T>> part) {
    SortedSet<T> union = new TreeSet<>();
    all.forEach(each -> union.addAll(part.apply(each)));
    return union;
  }
}
