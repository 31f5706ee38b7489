package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.calls.CallFailed;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import dev.zerotomillions.shared.calls.ServiceClient;
import dev.zerotomillions.shared.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The other services, as a test has them answer: by method and the beginning of the address. Given
 * to {@link Api#start}, it takes the place of the real calls.
 */
public final class FakeServices implements ServiceCalls {
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final List<Rule> rules = Collections.synchronizedList(new ArrayList<>());
  private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());

  /**
   * A call that came in.
   *
   * @param body the JSON that was sent; empty if there was none
   */
  public record Received(String service, String method, String target, Map<?, ?> body) {}

  private record Rule(String method, String prefix, Function<Received, CallAnswer> answer) {
    boolean matches(Received call) {
      return method.equals(call.method) && call.target.startsWith(prefix);
    }
  }

  private record Fault(String prefix, boolean afterTheEffect, int[] times) {
    boolean strikes(Received call) {
      if (!call.target.startsWith(prefix) || times[0] == 0) {
        return false;
      }
      times[0]--;
      return true;
    }
  }

  /** An answer with a JSON body. */
  public static CallAnswer answer(int status, Object body) {
    return new CallAnswer(status, Map.of("content-type", "application/json"), Json.writeText(body));
  }

  /** A problem, with members beyond those that all have. */
  public static CallAnswer problem(int status, String name, Map<String, ?> members) {
    Map<String, Object> body = new LinkedHashMap<>(members);
    body.put("type", "https://zerotomillions.dev/problems/" + name);
    body.put("status", status);
    return new CallAnswer(
        status, Map.of("content-type", "application/problem+json"), Json.writeText(body));
  }

  /** Has calls answered with a status and a JSON body; what was said last counts. */
  public FakeServices on(String method, String prefix, int status, Object body) {
    return on(method, prefix, _ -> answer(status, body));
  }

  /** Has calls answered by a function, which may keep a state of its own. */
  public FakeServices on(String method, String prefix, Function<Received, CallAnswer> answer) {
    rules.addFirst(new Rule(method, prefix, answer));
    return this;
  }

  /** Has the next calls fail before they have any effect. */
  public FakeServices fail(String prefix, int times) {
    faults.add(new Fault(prefix, false, new int[] {times}));
    return this;
  }

  /** Has the next calls take effect and their answers get lost. */
  public FakeServices loseAnswers(String prefix, int times) {
    faults.add(new Fault(prefix, true, new int[] {times}));
    return this;
  }

  /** Ends all failures. */
  public void recover() {
    faults.clear();
  }

  /** All calls so far, in their order. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** The calls so far to addresses that begin so. */
  public List<Received> received(String method, String prefix) {
    return received().stream()
        .filter(call -> call.method.equals(method) && call.target.startsWith(prefix))
        .toList();
  }

  @Override
  public ServiceClient to(String service) {
    return (call, deadline) -> send(service, call, deadline);
  }

  private CallAnswer send(String service, ServiceCall call, Deadline deadline) {
    Received seen = new Received(service, call.method(), call.target(), json(call.body()));
    received.add(seen);
    Fault fault = strike(seen);
    if (fault != null && !fault.afterTheEffect) {
      throw new CallFailed(service);
    }
    CallAnswer answer;
    try (Deadline.Scope _ = deadline.enter()) {
      answer = rule(seen).answer.apply(seen);
    }
    if (fault != null || answer.status() >= 500) {
      throw new CallFailed(service);
    }
    return answer;
  }

  private @Nullable Fault strike(Received call) {
    synchronized (faults) {
      return faults.stream().filter(fault -> fault.strikes(call)).findFirst().orElse(null);
    }
  }

  private Rule rule(Received call) {
    synchronized (rules) {
      return rules.stream()
          .filter(rule -> rule.matches(call))
          .findFirst()
          .orElseThrow(() -> new AssertionError("No answer was given for " + call));
    }
  }

  private static Map<?, ?> json(@Nullable Object body) {
    return body != null && Json.read(Json.write(body)) instanceof Map<?, ?> map ? map : Map.of();
  }
}
