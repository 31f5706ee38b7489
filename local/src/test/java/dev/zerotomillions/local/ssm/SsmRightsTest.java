package dev.zerotomillions.local.ssm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsmRightsTest {
  private static String rights(String operation, String input) throws AwsError {
    return SsmRights.of(
            new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", List.of("AmazonSSM." + operation)),
                input.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                "eu-west-1",
                "key"),
            new Arns("eu-west-1", "123456789012"))
        .stream()
        .map(need -> need.action() + " " + need.resource())
        .map(text -> text.replace("arn:aws:ssm:eu-west-1:123456789012:", ""))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GetParameter        | {'Name': '/shop/key', 'WithDecryption': true}         | ssm:GetParameter parameter/shop/key",
        "GetParameter        | {'Name': 'plain'}                                     | ssm:GetParameter parameter/plain",
        "GetParameter        | {'Name': '/shop/key:3'}                               | ssm:GetParameter parameter/shop/key",
        "GetParameter        | {'Name': 'arn:aws:ssm:eu-west-1:123456789012:parameter/a:3'} | ssm:GetParameter parameter/a",
        "PutParameter        | {'Name': '/shop/key', 'Value': 'x'}                   | ssm:PutParameter parameter/shop/key",
        "GetParameters       | {'Names': ['/a', '/b']}                               | ssm:GetParameters parameter/a, ssm:GetParameters parameter/b",
        "GetParametersByPath | {'Path': '/shop/'}                                    | ssm:GetParametersByPath parameter/shop/",
        "DescribeParameters  | {}                                                    | ssm:DescribeParameters *",
      })
  void rights_areOfEachParameter(String operation, String input, String rights) throws AwsError {
    assertEquals(rights, rights(operation, input));
  }

  @Test
  void operationOfUnknownRights_isRefusedByName() {
    AwsError refusal = assertThrows(AwsError.class, () -> rights("LabelParameterVersion", "{}"));

    assertEquals(501, refusal.status());
  }
}
