package dev.zerotomillions.monolith.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zerotomillions.monolith.Buyer;
import dev.zerotomillions.monolith.Shop;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Asks for every operation of every document as it says, and in odder ways, and holds the answers
 * to it. {@code -Dfuzz.seed=} and {@code -Dfuzz.requests=} choose other and more requests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractFuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20261125);
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 30);

  /** Enough that what one operation makes is there when another asks for it. */
  private static final int ROUNDS = 4;

  private static final int ASKED = 5;

  private final Shop shop = new Shop();
  private final Known known = new Known();
  private final Callers callers = new Callers(shop, known);
  private final List<Operation> operations =
      Contract.ofServices().stream().flatMap(document -> document.operations().stream()).toList();
  private final Map<String, Set<Integer>> reached = new HashMap<>();
  private final Map<String, List<String>> faultsOfGood = new HashMap<>();

  /** An answer, and what is wrong with it. */
  private record Judged(ApiResponse answer, List<String> faults) {}

  @BeforeAll
  void askAsDocumented() {
    new Buyer(shop).offer("espresso-cup", 1450, 1_000_000);
    known.pin("productId", "espresso-cup");
    // What was declined is cancelled, and may be cancelled again.
    known.add("token", "tok_declined");
    known.add("token", "tok_visa");
    for (int round = 0; round < ROUNDS; round++) {
      for (Operation operation : operations) {
        var random = random(operation, round);
        var requests = new Requests(operation, known, callers, random);
        for (int i = 0; i < ASKED; i++) {
          var judged = ask(operation, requests.good(), random);
          of(reached, operation, TreeSet::new).add(judged.answer().status());
          of(faultsOfGood, operation, ArrayList::new).addAll(judged.faults());
        }
      }
    }
  }

  private static <C> C of(Map<String, C> all, Operation operation, Supplier<C> none) {
    return all.computeIfAbsent(operation.id(), _ -> none.get());
  }

  @TestFactory
  Stream<DynamicTest> operation_succeeds_askedAsItsDocumentSays() {
    return operations.stream()
        .map(operation -> dynamicTest(operation.id(), () -> checkGood(operation)));
  }

  private void checkGood(Operation operation) {
    assertEquals(List.of(), of(faultsOfGood, operation, ArrayList::new));
    var statuses = of(reached, operation, TreeSet::new);
    assertTrue(
        statuses.stream().anyMatch(status -> status < 300),
        () -> operation + " never succeeds; it answered " + statuses);
  }

  @TestFactory
  Stream<DynamicTest> operation_answersAsItsDocumentSays_whateverIsSent() {
    return operations.stream()
        .map(operation -> dynamicTest(operation.id(), () -> askOddly(operation)));
  }

  private void askOddly(Operation operation) {
    var random = random(operation, ROUNDS);
    var requests = new Requests(operation, known, callers, random);
    int chances = 1 + operation.parameters().size() + (operation.body().isPresent() ? 4 : 0);
    for (int i = 0; i < REQUESTS * chances; i++) {
      assertEquals(List.of(), ask(operation, requests.odd(), random).faults());
    }
  }

  private static Random random(Operation operation, int round) {
    return new Random(SEED + operation.id().hashCode() * 31L + round);
  }

  private Judged ask(Operation operation, Attempt attempt, Random random) {
    var format = random.nextBoolean() ? PayloadFormat.HTTP_API_2_0 : PayloadFormat.REST_API_1_0;
    var request = attempt.request();
    var answer = shop.api().as(format).send(request);
    known.learn(operation, answer);
    if (answer.status() == 401 && !attempt.isForbidden() && operation.wants("bearer")) {
      callers.renew();
    }
    var faults =
        Judge.faults(operation, attempt.isForbidden(), answer).stream()
            .map(
                fault ->
                    "%s: %s%n  asked (%s, seed %d): %s%n  answered: %s"
                        .formatted(operation, fault, format, SEED, request, answer))
            .toList();
    return new Judged(answer, faults);
  }
}
