package dev.zerotomillions.cdk.endpoints;

import java.util.Comparator;

/**
 * The right to one S3 action on the files of one folder.
 *
 * @param folder the first part of the files' keys, such as {@code exports}
 * @param action the action without its {@code s3:} prefix
 */
public record FileRight(String folder, String action) implements Comparable<FileRight> {
  private static final Comparator<FileRight> ORDER =
      Comparator.comparing(FileRight::folder).thenComparing(FileRight::action);

  @Override
  public int compareTo(FileRight other) {
    return ORDER.compare(this, other);
  }
}
