package dev.zerotomillions.cdk.endpoints;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final Set<Access> TOKENS = Set.of(Access.CUSTOMER, Access.ADMINISTRATOR);

  @Test
  void names_areUnique() {
    List<Endpoint> all = Registry.ofShop().endpoints();
    assertEquals(all.size(), all.stream().map(Endpoint::name).distinct().count());
  }

  @Test
  void routes_areUniqueEvenWhereTheirParametersHaveOtherNames() {
    List<String> routes =
        Registry.ofShop().endpoints().stream()
            .flatMap(endpoint -> endpoint.routes().stream())
            .map(route -> route.toString().replaceAll("\\{[^}]+}", "{}"))
            .toList();
    assertEquals(routes.size(), Set.copyOf(routes).size());
  }

  @Test
  void events_areTakenOnlyWhereSomeonePublishesThem_andHaveASchema() {
    Registry shop = Registry.ofShop();
    Set<String> published = Needs.merged(shop.workloads()).publishes();

    shop.endpoints().forEach(each -> assertTrue(published.containsAll(each.subscriptions())));
    for (String event : published) {
      assertTrue(Files.exists(Path.of("..", "events", "schemas", event + ".1.json")), event);
    }
  }

  @Test
  void tasks_areThoseOfTheServices() throws IOException {
    Set<String> written = new TreeSet<>();
    for (Service service : Service.values()) {
      Path sources = Path.of("..", "functions", service.id(), "src", "main", "java");
      if (Files.isDirectory(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          files
              .filter(RegistryTest::isTask)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .forEach(task -> written.add(service.id() + " " + task));
        }
      }
    }

    assertEquals(
        Registry.ofShop().tasks().stream()
            .map(task -> task.service().id() + " " + task.name())
            .collect(toSet()),
        written);
  }

  private static boolean isTask(Path file) {
    try {
      return file.toString().endsWith(".java")
          && Files.readString(file).contains("implements ScheduledTask");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void calls_areOfEndpointsThatOtherServicesMayCall() {
    Registry shop = Registry.ofShop();

    Needs.merged(shop.workloads()).calls().forEach(shop::callable);
  }

  @Test
  void timeouts_endBeforeTheGatewaysDo() {
    assertTrue(
        Registry.ofShop().inline().workloads().stream()
            .allMatch(each -> each.timeout().compareTo(Duration.ofSeconds(29)) < 0));
  }

  @Test
  void endpointsThatWantATokenKnowTheKeysThatVerifyIt() {
    assertTrue(
        Registry.ofShop().endpoints().stream()
            .filter(endpoint -> TOKENS.contains(endpoint.access()))
            .allMatch(endpoint -> endpoint.needs().publicKeys()));
  }

  @Test
  void signingKey_isReadByThoseAloneWhoIssueTokens() {
    assertEquals(
        Set.of("LogIn", "RefreshSession"),
        Registry.ofShop().endpoints().stream()
            .filter(endpoint -> endpoint.needs().secrets().contains(Secret.SIGNING_KEY))
            .map(Endpoint::name)
            .collect(toSet()));
  }

  @Test
  void merged_hasOneGrantForEachTableAndIndex() {
    List<Grant> merged =
        Grant.merged(
            Stream.of(
                Grant.on(Service.ORDERS, "PutItem"),
                Grant.onIndex(Service.ORDERS, "gsi1", "Query"),
                Grant.on(Service.ORDERS, "GetItem", "PutItem")));

    assertEquals(
        List.of(
            Grant.on(Service.ORDERS, "GetItem", "PutItem"),
            Grant.onIndex(Service.ORDERS, "gsi1", "Query")),
        merged);
  }
}
