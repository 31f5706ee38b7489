package dev.zerotomillions.local.s3.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3RightsTest {
  private static String rights(String method, String path, Map<String, List<String>> headers)
      throws AwsError {
    String[] parts = path.split("\\?", 2);
    return S3Rights.of(
            new AwsRequest(
                method,
                parts[0],
                parts.length > 1 ? parts[1] : "",
                headers,
                new byte[0],
                "eu-west-1",
                "key"))
        .stream()
        .map(need -> need.action() + " " + need.resource().replace("arn:aws:s3:::", ""))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GET    | /files/a/b%20c.txt         | s3:GetObject files/a/b c.txt",
        "HEAD   | /files/a                   | s3:GetObject files/a",
        "GET    | /files/a?versionId=1       | s3:GetObjectVersion files/a",
        "PUT    | /files/a                   | s3:PutObject files/a",
        "POST   | /files/a?uploads           | s3:PutObject files/a",
        "DELETE | /files/a                   | s3:DeleteObject files/a",
        "DELETE | /files/a?versionId=1       | s3:DeleteObjectVersion files/a",
        "DELETE | /files/a?uploadId=1        | s3:AbortMultipartUpload files/a",
        "GET    | /files/a?uploadId=1        | s3:ListMultipartUploadParts files/a",
        "GET    | /files?list-type=2         | s3:ListBucket files",
        "HEAD   | /files                     | s3:ListBucket files",
        "GET    | /files?versions            | s3:ListBucketVersions files",
        "GET    | /files?uploads             | s3:ListBucketMultipartUploads files",
        "GET    | /files?cors                | s3:GetBucketCORS files",
        "PUT    | /files?versioning          | s3:PutBucketVersioning files",
        "PUT    | /files                     | s3:CreateBucket files",
        "DELETE | /files                     | s3:DeleteBucket files",
        "GET    | /                          | s3:ListAllMyBuckets *",
      })
  void rights_areOfTheObjectOrTheBucket(String method, String path, String rights) throws AwsError {
    assertEquals(rights, rights(method, path, Map.of()));
  }

  @Test
  void bucketInTheHostsName_isFound() throws AwsError {
    assertEquals(
        "s3:GetObject files/a",
        rights("GET", "/a", Map.of("host", List.of("files.s3.localhost:4566"))));
  }

  @Test
  void copy_asksForItsSourceToo() throws AwsError {
    assertEquals(
        "s3:PutObject files/b, s3:GetObject other/a b",
        rights("PUT", "/files/b", Map.of("x-amz-copy-source", List.of("/other/a%20b"))));
    assertEquals(
        "s3:PutObject files/b, s3:GetObjectVersion other/a",
        rights("PUT", "/files/b", Map.of("x-amz-copy-source", List.of("other/a?versionId=1"))));
  }

  @ParameterizedTest
  @CsvSource({"OPTIONS, /files/a", "GET, /files/a?tagging", "GET, /files/%zz"})
  void callsThatAnyoneMayMake_orNoOne_askForNothing(String method, String path) throws AwsError {
    assertEquals("", rights(method, path, Map.of()));
  }

  @Test
  void deletionOfMany_isRefusedByName() {
    assertThrows(AwsError.class, () -> rights("POST", "/files?delete", Map.of()));
  }
}
