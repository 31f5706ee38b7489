package dev.zerotomillions.local.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The engine's ARNs, which name region {@code ddblocal} and account 000000000000, and the true
 * ones.
 */
record EngineArns(String region, String account) {
  private static final String ENGINE = "arn:aws:dynamodb:ddblocal:000000000000:table/";
  private static final byte[] ARN = "arn:aws:dynamodb:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LOCAL = "ddblocal".getBytes(StandardCharsets.US_ASCII);

  /** The operations whose answers name no ARN and may be long: items pass through untouched. */
  private static final Set<String> DATA =
      Set.of(
          "GetItem",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "Query",
          "Scan",
          "BatchGetItem",
          "BatchWriteItem",
          "TransactGetItems",
          "TransactWriteItems",
          "ExecuteStatement",
          "BatchExecuteStatement",
          "ExecuteTransaction");

  private String trueArn() {
    return "arn:aws:dynamodb:%s:%s:table/".formatted(region, account);
  }

  /** A request as the engine takes it: the same array where nothing had to be changed. */
  byte[] toEngine(String target, byte[] body) {
    return isData(target) || !contains(body, ARN) ? body : replaced(body, trueArn(), ENGINE);
  }

  /** An answer as AWS gives it: the same array where nothing had to be changed. */
  byte[] fromEngine(String target, byte[] body) {
    if (isData(target) || !contains(body, LOCAL)) {
      return body;
    }
    // A record's item may hold any ARN, but never these bytes: its quotes are escaped.
    return target.endsWith(".GetRecords")
        ? replaced(body, "\"awsRegion\":\"ddblocal\"", "\"awsRegion\":\"" + region + "\"")
        : replaced(body, ENGINE, trueArn());
  }

  private static boolean isData(String target) {
    return DATA.contains(target.substring(target.indexOf('.') + 1));
  }

  private static byte[] replaced(byte[] body, String from, String to) {
    return new String(body, StandardCharsets.UTF_8)
        .replace(from, to)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean contains(byte[] body, byte[] part) {
    int last = body.length - part.length;
    for (int start = 0; start <= last; start++) {
      int i = 0;
      while (i < part.length && body[start + i] == part[i]) {
        i++;
      }
      if (i == part.length) {
        return true;
      }
    }
    return false;
  }
}
