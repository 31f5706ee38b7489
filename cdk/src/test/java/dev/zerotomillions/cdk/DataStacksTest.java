package dev.zerotomillions.cdk;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class DataStacksTest {
  private static final String TABLE = "AWS::DynamoDB::GlobalTable";
  private static final Set<String> STACKS =
      Set.of(
          "Users-Data",
          "Catalog-Data",
          "Inventory-Data",
          "Orders-Data",
          "Payments-Data",
          "Notifications-Data",
          "Jobs-Data",
          "Sandbox-Data");

  static Stream<String> stacks() {
    return STACKS.stream();
  }

  @Test
  void dataStacks_areOnePerService_andNoneForPlayWhereStripeTakesTheMoney() {
    Map<String, String> stripe = Synthesis.withStripe(Synthesis.context("0", "http"));

    assertEquals(STACKS, dataStacks(Synthesis.of("0", "http")));
    Set<String> real = new HashSet<>(STACKS);
    real.remove("Sandbox-Data");
    assertEquals(real, dataStacks(Synthesis.of(stripe)));
  }

  private static Set<String> dataStacks(Synthesis synthesis) {
    return synthesis.stacks().filter(name -> name.endsWith("-Data")).collect(toSet());
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void table_isOnDemandRecoverableProtectedAndStreamed(String stack) {
    Template template = Synthesis.of("0", "http").template(stack);

    template.resourceCountIs(TABLE, 1);
    template.hasResource(
        TABLE, Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
    template.hasResourceProperties(
        TABLE,
        Map.of(
            "BillingMode", "PAY_PER_REQUEST",
            "KeySchema",
                List.of(
                    Map.of("AttributeName", "pk", "KeyType", "HASH"),
                    Map.of("AttributeName", "sk", "KeyType", "RANGE")),
            "TimeToLiveSpecification", Map.of("AttributeName", "expiresAt", "Enabled", true),
            "StreamSpecification", Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"),
            "TableName", Match.absent(),
            "Replicas",
                List.of(
                    Match.objectLike(
                        Map.of(
                            "DeletionProtectionEnabled",
                            true,
                            "PointInTimeRecoverySpecification",
                            Map.of("PointInTimeRecoveryEnabled", true))))));
  }

  @ParameterizedTest
  @CsvSource({"Users-Data,0", "Catalog-Data,1", "Inventory-Data,0", "Orders-Data,1", "Jobs-Data,1"})
  void index_isOnTheTablesThatAreListed(String stack, int indexes) {
    Synthesis.Resource table =
        Synthesis.of("0", "http").resources(stack, TABLE).findFirst().orElseThrow();

    assertEquals(indexes, table.properties().path("GlobalSecondaryIndexes").size());
  }

  @Test
  void bucket_isKeptEncryptedPrivateAndForTlsAlone() {
    Template template = Synthesis.of("0", "http").template("Jobs-Data");

    template.hasResource(
        "AWS::S3::Bucket", Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
    template.hasResourceProperties(
        "AWS::S3::Bucket",
        Map.of(
            "BucketName", Match.absent(),
            "BucketEncryption", Match.anyValue(),
            "PublicAccessBlockConfiguration",
                Map.of(
                    "BlockPublicAcls", true,
                    "BlockPublicPolicy", true,
                    "IgnorePublicAcls", true,
                    "RestrictPublicBuckets", true),
            "LifecycleConfiguration",
                Map.of(
                    "Rules",
                    Match.arrayWith(
                        List.of(
                            Match.objectLike(Map.of("Prefix", "exports/", "ExpirationInDays", 7)),
                            Match.objectLike(
                                Map.of("Prefix", "uploads/", "ExpirationInDays", 7)))))));
    template.hasResourceProperties(
        "AWS::S3::BucketPolicy",
        Match.objectLike(
            Map.of(
                "PolicyDocument",
                Match.objectLike(
                    Map.of(
                        "Statement",
                        List.of(
                            Match.objectLike(
                                Map.of(
                                    "Effect",
                                    "Deny",
                                    "Condition",
                                    Map.of("Bool", Map.of("aws:SecureTransport", "false"))))))))));
  }

  @Test
  void dataStacks_areTheSameBytesAtEveryPhaseAndGateway() {
    for (String stack : STACKS) {
      assertEquals(
          1,
          Synthesis.contexts()
              .map(Synthesis::of)
              .filter(synthesis -> dataStacks(synthesis).contains(stack))
              .map(synthesis -> synthesis.json(stack))
              .distinct()
              .count(),
          stack);
    }
  }

  @Test
  void dataStacks_canNotBeDeletedByMistake() {
    assertTrue(
        STACKS.stream()
            .allMatch(
                stack ->
                    Boolean.TRUE.equals(
                        Synthesis.of("0", "http").stack(stack).getTerminationProtection())));
  }
}
