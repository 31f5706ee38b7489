package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.Files;
import dev.zerotomillions.cdk.constructs.FilesBucket;
import java.util.List;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * The stack of the jobs' table, whose index lists them by state, and of the files that they make.
 */
final class JobsDataStack extends DataStack {
  private final IBucket files;

  JobsDataStack(Construct scope, StackProps props) {
    super(scope, "Jobs-Data", props, List.of("gsi1"));
    files = new FilesBucket(this, "Files").bucket();
    exportValue(files.getBucketName());
    exportValue(files.getBucketArn());
  }

  Files files() {
    return new Files(files);
  }
}
