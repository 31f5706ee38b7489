package dev.zerotomillions.cdk.endpoints;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
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
  void timeouts_endBeforeTheGatewaysDo() {
    assertTrue(
        Registry.ofShop().endpoints().stream()
            .allMatch(endpoint -> endpoint.timeout().compareTo(Duration.ofSeconds(29)) < 0));
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
