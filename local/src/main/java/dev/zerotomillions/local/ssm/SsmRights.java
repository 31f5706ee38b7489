package dev.zerotomillions.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import java.util.ArrayList;
import java.util.List;

/**
 * The rights that the Parameter Store's calls ask for: the operation on each parameter. To decrypt
 * asks for none: all secrets here are under the account's own key for it, which lets every
 * principal of the account use it through the Parameter Store.
 */
final class SsmRights {
  private SsmRights() {}

  static List<Need> of(AwsRequest request, Arns arns) throws AwsError {
    String operation = request.operation();
    String action = "ssm:" + operation;
    return switch (operation) {
      case "GetParameter", "PutParameter", "DeleteParameter", "GetParameterHistory" ->
          List.of(new Need(action, parameter(arns, input(request, "Name").asText())));
      case "GetParametersByPath" ->
          List.of(new Need(action, parameter(arns, input(request, "Path").asText())));
      case "GetParameters", "DeleteParameters" -> {
        List<Need> needs = new ArrayList<>();
        input(request, "Names")
            .forEach(name -> needs.add(new Need(action, parameter(arns, name.asText()))));
        yield needs;
      }
      case "DescribeParameters" -> List.of(new Need(action, arns.of("ssm", "*")));
      default -> throw Guard.unknown("ssm", operation);
    };
  }

  private static JsonNode input(AwsRequest request, String field) throws AwsError {
    return SsmParameters.input(request.body()).path(field);
  }

  /** A parameter's name may begin with a slash and end with a version; its ARN has neither. */
  private static String parameter(Arns arns, String name) {
    String whole = name.startsWith("arn:") ? name : arns.of("ssm", "parameter" + slashed(name));
    return whole.replaceFirst("(:parameter/[^:]*):[^:]*$", "$1");
  }

  private static String slashed(String name) {
    return name.startsWith("/") ? name : "/" + name;
  }
}
