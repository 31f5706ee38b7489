package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Address;
import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Grant;
import dev.zerotomillions.cdk.endpoints.Needs;
import dev.zerotomillions.cdk.endpoints.Service;
import dev.zerotomillions.cdk.endpoints.Task;
import dev.zerotomillions.cdk.endpoints.Worker;
import dev.zerotomillions.cdk.endpoints.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The functions that serve endpoints and run tasks: one for each, or one for many. */
public final class FunctionSpecs {
  /** The name of the function that does everything. */
  public static final String MONOLITH = "Monolith";

  private static final String HANDLER = "dev.zerotomillions.shared.http.ApiHandler::handleRequest";
  private static final int MONOLITH_MEMORY = 1024;
  private static final int SANDBOX_MEMORY = 512;

  private final Tables tables;
  private final Files files;
  private final JobQueues queues;
  private final Parameters parameters;
  private final SigningKey key;
  private final InternalApi internal;
  private final Map<Address, String> addresses;

  public FunctionSpecs(
      Tables tables,
      Files files,
      JobQueues queues,
      Parameters parameters,
      SigningKey key,
      InternalApi internal,
      Map<Address, String> addresses) {
    this.tables = tables;
    this.files = files;
    this.queues = queues;
    this.parameters = parameters;
    this.key = key;
    this.internal = internal;
    this.addresses = addresses;
  }

  /** Returns the function that serves one endpoint alone. */
  public FunctionSpec serving(Endpoint endpoint, Start start) {
    String routes = String.join(", ", endpoint.routes().stream().map(Object::toString).toList());
    return alone(endpoint, routes, start);
  }

  /** Returns the function that runs one task alone; nobody waits for its start. */
  public FunctionSpec running(Task task) {
    return alone(task, "Runs each minute", new Start.Cold());
  }

  /** Returns the function that does a queue's jobs alone; nobody waits for its start. */
  public FunctionSpec working(Worker worker) {
    return alone(worker, "Does jobs of the kind " + worker.kind(), new Start.Cold());
  }

  /** Returns the function that does everything, where no calls between services leave it. */
  public FunctionSpec monolith(List<Workload> workloads, OptionalInt concurrencyCap) {
    Needs needs = Needs.merged(workloads);
    Map<String, String> environment = environment(needs);
    environment.putAll(internal.subscribers(needs));
    return new FunctionSpec(
        Service.MONOLITH,
        MONOLITH,
        HANDLER,
        "Every route of the shop",
        environment,
        statements(needs),
        longest(workloads),
        MONOLITH_MEMORY,
        concurrencyCap,
        new Start.Snapshot());
  }

  /** Returns the function that plays the payment provider. */
  public FunctionSpec sandbox(List<Workload> workloads, OptionalInt concurrencyCap) {
    Needs needs = Needs.merged(workloads);
    return new FunctionSpec(
        Service.SANDBOX,
        "Sandbox",
        HANDLER,
        "Plays the payment provider",
        environment(needs),
        statements(needs),
        longest(workloads),
        SANDBOX_MEMORY,
        concurrencyCap,
        new Start.Snapshot());
  }

  private FunctionSpec alone(Workload workload, String description, Start start) {
    Needs needs = workload.needs();
    Map<String, String> environment = environment(needs);
    environment.putAll(internal.variables(needs));
    List<PolicyStatement> statements = statements(needs);
    statements.addAll(internal.allow(needs));
    if (workload instanceof Worker worker) {
      environment.putAll(queues.variables(worker));
      statements.add(queues.allow(worker));
    } else if (queues.exist()) {
      environment.putAll(queues.variables(needs.submits()));
      statements.addAll(queues.allow(needs.submits()));
    }
    return new FunctionSpec(
        workload.service(),
        workload.name(),
        HANDLER,
        description,
        environment,
        statements,
        workload.timeout(),
        workload.memoryMegabytes(),
        OptionalInt.empty(),
        start);
  }

  private Map<String, String> environment(Needs needs) {
    Map<String, String> environment = tables.variables(needs.grants());
    environment.putAll(files.variables(needs.files()));
    environment.putAll(parameters.variables(needs.secrets()));
    for (Address address : needs.addresses()) {
      environment.put(address.variable(), addresses.get(address));
    }
    if (needs.publicKeys()) {
      environment.put("JWKS", key.jwks());
    }
    return environment;
  }

  private List<PolicyStatement> statements(Needs needs) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (Grant grant : needs.grants()) {
      statements.add(tables.allow(grant));
    }
    statements.addAll(files.allow(needs.files()));
    if (!needs.secrets().isEmpty()) {
      statements.add(parameters.allow(needs.secrets(), "ssm:GetParameter"));
    }
    return statements;
  }

  private static Duration longest(List<Workload> workloads) {
    return workloads.stream().map(Workload::timeout).max(Comparator.naturalOrder()).orElseThrow();
  }
}
