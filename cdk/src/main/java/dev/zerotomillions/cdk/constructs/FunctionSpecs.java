package dev.zerotomillions.cdk.constructs;

import static java.util.stream.Collectors.toCollection;

import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Grant;
import dev.zerotomillions.cdk.endpoints.Secret;
import dev.zerotomillions.cdk.endpoints.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The functions that serve endpoints: one for each, or one for all. */
public final class FunctionSpecs {
  private static final String HANDLER = "dev.zerotomillions.shared.http.ApiHandler::handleRequest";
  private static final int MONOLITH_MEMORY = 1024;

  private final Construct scope;
  private final Tables tables;
  private final SigningKey key;

  public FunctionSpecs(Construct scope, Tables tables, SigningKey key) {
    this.scope = scope;
    this.tables = tables;
    this.key = key;
  }

  /** Returns the function that serves one endpoint alone. */
  public FunctionSpec serving(Endpoint endpoint, Start start) {
    String routes = String.join(", ", endpoint.routes().stream().map(Object::toString).toList());
    return new FunctionSpec(
        endpoint.service(),
        endpoint.name(),
        HANDLER,
        routes,
        environment(List.of(endpoint)),
        statements(List.of(endpoint)),
        endpoint.timeout(),
        endpoint.memoryMegabytes(),
        OptionalInt.empty(),
        start);
  }

  /** Returns the function that serves all endpoints. */
  public FunctionSpec servingAll(List<Endpoint> endpoints, OptionalInt concurrencyCap) {
    return new FunctionSpec(
        Service.MONOLITH,
        "Monolith",
        HANDLER,
        "Every route of the shop",
        environment(endpoints),
        statements(endpoints),
        endpoints.stream().map(Endpoint::timeout).max(Comparator.naturalOrder()).orElseThrow(),
        MONOLITH_MEMORY,
        concurrencyCap,
        new Start.Snapshot());
  }

  private Map<String, String> environment(List<Endpoint> endpoints) {
    Map<String, String> environment =
        tables.variables(endpoints.stream().flatMap(each -> each.grants().stream()).toList());
    for (Secret secret : secrets(endpoints)) {
      environment.put(secret.variable(), secret.parameter());
    }
    if (endpoints.stream().anyMatch(Endpoint::readsPublicKeys)) {
      environment.put("JWKS", key.jwks());
    }
    return environment;
  }

  private List<PolicyStatement> statements(List<Endpoint> endpoints) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (Grant grant : Grant.merged(endpoints.stream().flatMap(each -> each.grants().stream()))) {
      statements.add(tables.allow(grant));
    }
    List<Secret> secrets = secrets(endpoints);
    if (!secrets.isEmpty()) {
      statements.add(Parameters.allow(scope, secrets, "ssm:GetParameter"));
    }
    return statements;
  }

  private static List<Secret> secrets(List<Endpoint> endpoints) {
    Stream<Secret> secrets = endpoints.stream().flatMap(each -> each.secrets().stream());
    return List.copyOf(secrets.collect(toCollection(TreeSet::new)));
  }
}
