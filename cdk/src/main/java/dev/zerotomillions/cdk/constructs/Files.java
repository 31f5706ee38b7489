package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.FileRight;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;

/** The bucket of all files, for the functions that may use some of them. */
public record Files(IBucket bucket) {

  /** Returns the statements that allow exactly these rights, one for each folder. */
  List<PolicyStatement> allow(Collection<FileRight> rights) {
    Map<String, TreeSet<String>> actions = new TreeMap<>();
    rights.forEach(
        right ->
            actions
                .computeIfAbsent(right.folder(), folder -> new TreeSet<>())
                .add("s3:" + right.action()));
    return actions.entrySet().stream()
        .map(
            folder ->
                PolicyStatement.Builder.create()
                    .actions(List.copyOf(folder.getValue()))
                    .resources(List.of(bucket.arnForObjects(folder.getKey() + "/*")))
                    .build())
        .toList();
  }

  /** Returns the environment variable that names the bucket, for functions that may use it. */
  Map<String, String> variables(Collection<FileRight> rights) {
    return rights.isEmpty() ? Map.of() : Map.of("FILES_BUCKET", bucket.getBucketName());
  }
}
