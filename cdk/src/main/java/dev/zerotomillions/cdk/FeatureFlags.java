package dev.zerotomillions.cdk;

import java.util.Map;
import java.util.TreeMap;

/**
 * The flags of CDK's behaviour that this app relies on.
 *
 * <p>They are here rather than in {@code cdk.json}, so that the templates come out the same with
 * the CDK CLI and without it.
 */
final class FeatureFlags {
  private FeatureFlags() {}

  static Map<String, Object> all() {
    Map<String, Object> flags = new TreeMap<>();
    flags.put("@aws-cdk/aws-lambda:recognizeLayerVersion", true);
    flags.put("@aws-cdk/aws-iam:minimizePolicies", true);
    flags.put("@aws-cdk/core:checkSecretUsage", true);
    // An export in use can't be dropped, which keeps a table from going while functions use it.
    flags.put("@aws-cdk/core:defaultCrossStackReferences", "strong");
    flags.put("aws:cdk:enable-path-metadata", false);
    flags.put("aws:cdk:enable-asset-metadata", false);
    return flags;
  }
}
