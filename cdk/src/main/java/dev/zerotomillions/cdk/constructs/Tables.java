package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Grant;
import dev.zerotomillions.cdk.endpoints.Service;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The tables of all services, for the functions that may use them. */
public record Tables(Map<Service, ITable> byService) {

  public Tables {
    byService = new EnumMap<>(byService);
  }

  public ITable of(Service service) {
    ITable table = byService.get(service);
    if (table == null) {
      throw new IllegalArgumentException("the service " + service.id() + " has no table");
    }
    return table;
  }

  /** Returns the statement that allows exactly this grant. */
  public PolicyStatement allow(Grant grant) {
    String arn = of(grant.owner()).getTableArn();
    return PolicyStatement.Builder.create()
        .actions(grant.actions().stream().sorted().map(action -> "dynamodb:" + action).toList())
        .resources(List.of(grant.index().map(index -> arn + "/index/" + index).orElse(arn)))
        .build();
  }

  /** Returns the environment variables that name the tables which these grants are on. */
  public Map<String, String> variables(Iterable<Grant> grants) {
    Map<String, String> variables = new TreeMap<>();
    for (Grant grant : grants) {
      grant
          .owner()
          .tableVariable()
          .ifPresent(name -> variables.put(name, of(grant.owner()).getTableName()));
    }
    return variables;
  }
}
