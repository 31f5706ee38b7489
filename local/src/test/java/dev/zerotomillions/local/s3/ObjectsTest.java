package dev.zerotomillions.local.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.iam.Credentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class ObjectsTest {
  private static final String BUCKET = "files";
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir Path data;
  private S3Rig rig;
  private S3Client s3;

  @BeforeEach
  void open() throws Exception {
    start();
    s3.createBucket(request -> request.bucket(BUCKET));
  }

  private void start() throws Exception {
    rig = new S3Rig(data, new Credentials(), InstantSource.fixed(NOW));
    s3 = rig.client();
  }

  @AfterEach
  void close() throws Exception {
    s3.close();
    rig.close();
  }

  private String put(String key, String content) {
    return s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(content))
        .eTag();
  }

  private String get(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asUtf8String();
  }

  private static void assertRefused(int status, String code, Runnable call) {
    S3Exception refusal = assertThrows(S3Exception.class, call::run);
    assertEquals(code, refusal.awsErrorDetails().errorCode());
    assertEquals(status, refusal.statusCode());
  }

  @Test
  void object_isGivenBack_withAllThatWasSaidOfIt() {
    s3.putObject(
        request ->
            request
                .bucket(BUCKET)
                .key("a b/ü+%.txt")
                .contentType("text/plain; charset=utf-8")
                .cacheControl("no-store")
                .contentDisposition("attachment")
                .metadata(Map.of("colour", "blue"))
                .checksumAlgorithm(ChecksumAlgorithm.SHA256),
        RequestBody.fromString("grüße"));

    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("a b/ü+%.txt"));
    assertEquals("grüße", got.asUtf8String());
    assertEquals("text/plain; charset=utf-8", got.response().contentType());
    assertEquals("no-store", got.response().cacheControl());
    assertEquals("attachment", got.response().contentDisposition());
    assertEquals(Map.of("colour", "blue"), got.response().metadata());
    assertEquals("\"6aaa94ee61ed2ad1bad1d1c7a3a5fb36\"".length(), got.response().eTag().length());
    assertEquals(NOW, got.response().lastModified());

    HeadObjectResponse head = s3.headObject(request -> request.bucket(BUCKET).key("a b/ü+%.txt"));
    assertEquals(7, head.contentLength());
    assertEquals(got.response().eTag(), head.eTag());
  }

  @Test
  void everyChecksum_isCompared() {
    byte[] body = "123456789".getBytes(StandardCharsets.US_ASCII);
    // The check values that each algorithm's catalogue gives for these nine digits.
    Map<String, String> right =
        Map.of(
            "x-amz-checksum-crc32", "y/Q5Jg==",
            "x-amz-checksum-crc32c", "4waSgw==",
            "x-amz-checksum-crc64nvme", "rosUhgyfm0Y=");
    right.forEach(
        (header, value) -> {
          if (!header.endsWith("crc64nvme")) {
            s3.putObject(
                request ->
                    request
                        .bucket(BUCKET)
                        .key("k")
                        .overrideConfiguration(override -> override.putHeader(header, value)),
                RequestBody.fromBytes(body));
          }
          assertRefused(
              400,
              "BadDigest",
              () ->
                  s3.putObject(
                      request ->
                          request
                              .bucket(BUCKET)
                              .key("k")
                              .overrideConfiguration(
                                  override -> override.putHeader(header, "AAAA" + value)),
                      RequestBody.fromBytes(body)));
        });
    assertRefused(
        400,
        "BadDigest",
        () ->
            s3.putObject(
                request -> request.bucket(BUCKET).key("k").contentMD5("XrY7u+Ae7tCTyyK7j1rNww=="),
                RequestBody.fromBytes(body)));
  }

  @Test
  void range_isAPartOfTheObject() {
    put("k", "0123456789");
    assertEquals("234", range("bytes=2-4"));
    assertEquals("89", range("bytes=8-100"));
    assertEquals("789", range("bytes=-3"));
    assertEquals("56789", range("bytes=5-"));
    assertRefused(416, "InvalidRange", () -> range("bytes=10-"));
    GetObjectResponse response =
        s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("k").range("bytes=2-4"))
            .response();
    assertEquals("bytes 2-4/10", response.contentRange());
    assertEquals(206, response.sdkHttpResponse().statusCode());
  }

  private String range(String range) {
    return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("k").range(range))
        .asUtf8String();
  }

  @Test
  void conditions_decideReads() {
    String etag = put("k", "v");
    assertRefused(
        412,
        "PreconditionFailed",
        () -> s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("k").ifMatch("\"other\"")));
    S3Exception known =
        assertThrows(
            S3Exception.class,
            () ->
                s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("k").ifNoneMatch(etag)));
    assertEquals(304, known.statusCode());
    assertEquals(
        304,
        assertThrows(
                S3Exception.class,
                () -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("k").ifModifiedSince(NOW)))
            .statusCode());
    assertRefused(
        412,
        "PreconditionFailed",
        () ->
            s3.getObjectAsBytes(
                r -> r.bucket(BUCKET).key("k").ifUnmodifiedSince(NOW.minusSeconds(1))));
  }

  @Test
  void ofManyWhoCreate_oneSucceeds() throws Exception {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    Thread[] clients = new Thread[16];
    for (int i = 0; i < clients.length; i++) {
      String content = "by " + i;
      clients[i] =
          Thread.startVirtualThread(
              () -> {
                try {
                  s3.putObject(
                      request -> request.bucket(BUCKET).key("once").ifNoneMatch("*"),
                      RequestBody.fromString(content));
                  made.incrementAndGet();
                } catch (S3Exception e) {
                  assertEquals("PreconditionFailed", e.awsErrorDetails().errorCode());
                  refused.incrementAndGet();
                }
              });
    }
    for (Thread client : clients) {
      client.join();
    }
    assertEquals(1, made.get());
    assertEquals(15, refused.get());
  }

  @Test
  void ifMatch_replacesTheObjectThatWasSeen_only() {
    String etag = put("k", "1");
    put("k", "2");
    assertRefused(
        412,
        "PreconditionFailed",
        () ->
            s3.putObject(
                request -> request.bucket(BUCKET).key("k").ifMatch(etag),
                RequestBody.fromString("3")));
    assertEquals("2", get("k"));
  }

  @Test
  void listing_isInOrderOfBytes_inPages_withCommonPrefixes() {
    for (String key : List.of("a/1", "a/2", "b", "a", "Z", "ü", "c/x/y", "c/z", "\uD83D\uDE00")) {
      put(key, key);
    }
    List<String> all =
        s3.listObjectsV2Paginator(request -> request.bucket(BUCKET).maxKeys(2)).contents().stream()
            .map(S3Object::key)
            .toList();
    assertEquals(List.of("Z", "a", "a/1", "a/2", "b", "c/x/y", "c/z", "ü", "\uD83D\uDE00"), all);

    ListObjectsV2Response first =
        s3.listObjectsV2(request -> request.bucket(BUCKET).delimiter("/").maxKeys(3));
    assertEquals(List.of("Z", "a"), first.contents().stream().map(S3Object::key).toList());
    assertEquals("a/", first.commonPrefixes().getFirst().prefix());
    assertTrue(first.isTruncated());
    ListObjectsV2Response second =
        s3.listObjectsV2(
            request ->
                request
                    .bucket(BUCKET)
                    .delimiter("/")
                    .continuationToken(first.nextContinuationToken()));
    assertEquals("c/", second.commonPrefixes().getFirst().prefix());
    assertEquals(
        List.of("b", "ü", "\uD83D\uDE00"), second.contents().stream().map(S3Object::key).toList());
    assertFalse(second.isTruncated());
    assertEquals(2, s3.listObjectsV2(request -> request.bucket(BUCKET).prefix("a/")).keyCount());
  }

  @Test
  void multipartUpload_becomesOneObject_whenCompleted() {
    byte[] large = new byte[5 * 1024 * 1024];
    new Random(1).nextBytes(large);
    CreateMultipartUploadResponse upload =
        s3.createMultipartUpload(
            request -> request.bucket(BUCKET).key("big").contentType("video/mp4"));
    CompletedPart one = part(upload, 1, large);
    CompletedPart two = part(upload, 2, "end".getBytes(StandardCharsets.UTF_8));
    assertThrows(NoSuchKeyException.class, () -> get("big"));
    assertEquals(
        2,
        s3.listParts(r -> r.bucket(BUCKET).key("big").uploadId(upload.uploadId())).parts().size());
    assertRefused(
        400, "InvalidPart", () -> complete(upload, one.toBuilder().partNumber(2).build()));
    CompletedPart three = part(upload, 3, new byte[1]);
    assertRefused(400, "EntityTooSmall", () -> complete(upload, two, three));
    assertRefused(400, "InvalidPartOrder", () -> complete(upload, two, one));

    String etag = complete(upload, one, two);
    assertTrue(etag.endsWith("-2\""), etag);
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(request -> request.bucket(BUCKET).key("big"));
    assertEquals(large.length + 3, got.asByteArrayUnsafe().length);
    assertEquals("video/mp4", got.response().contentType());
    assertEquals(
        "end", new String(got.asByteArrayUnsafe(), large.length, 3, StandardCharsets.UTF_8));
    assertTrue(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads().isEmpty());
    assertRefused(404, "NoSuchUpload", () -> part(upload, 4, new byte[1]));
  }

  private CompletedPart part(CreateMultipartUploadResponse upload, int number, byte[] content) {
    String etag =
        s3.uploadPart(
                request ->
                    request
                        .bucket(BUCKET)
                        .key("big")
                        .uploadId(upload.uploadId())
                        .partNumber(number),
                RequestBody.fromBytes(content))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private String complete(CreateMultipartUploadResponse upload, CompletedPart... parts) {
    return s3.completeMultipartUpload(
            request ->
                request
                    .bucket(BUCKET)
                    .key("big")
                    .uploadId(upload.uploadId())
                    .multipartUpload(all -> all.parts(parts)))
        .eTag();
  }

  @Test
  void abortedUpload_leavesNothing() {
    CreateMultipartUploadResponse upload =
        s3.createMultipartUpload(request -> request.bucket(BUCKET).key("big"));
    part(upload, 1, new byte[10]);
    s3.abortMultipartUpload(r -> r.bucket(BUCKET).key("big").uploadId(upload.uploadId()));
    assertTrue(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads().isEmpty());
    assertRefused(404, "NoSuchUpload", () -> part(upload, 2, new byte[1]));
  }

  @Test
  void versions_areKept_andADeletionCanBeTakenBack() {
    s3.putBucketVersioning(
        request ->
            request
                .bucket(BUCKET)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    put("k", "1");
    put("k", "2");
    String mark = s3.deleteObject(request -> request.bucket(BUCKET).key("k")).versionId();
    assertThrows(NoSuchKeyException.class, () -> get("k"));
    var versions = s3.listObjectVersions(request -> request.bucket(BUCKET));
    assertEquals(2, versions.versions().size());
    assertEquals(mark, versions.deleteMarkers().getFirst().versionId());
    assertTrue(versions.deleteMarkers().getFirst().isLatest());
    assertEquals(
        "1",
        s3.getObjectAsBytes(
                r -> r.bucket(BUCKET).key("k").versionId(versions.versions().getLast().versionId()))
            .asUtf8String());
    s3.deleteObject(request -> request.bucket(BUCKET).key("k").versionId(mark));
    assertEquals("2", get("k"));
  }

  @Test
  void copy_takesTheMetadataAlong() {
    s3.putObject(
        request -> request.bucket(BUCKET).key("from it").metadata(Map.of("a", "b")),
        RequestBody.fromString("v"));
    s3.copyObject(
        request ->
            request
                .sourceBucket(BUCKET)
                .sourceKey("from it")
                .destinationBucket(BUCKET)
                .destinationKey("to"));
    assertEquals("v", get("to"));
    assertEquals(Map.of("a", "b"), s3.headObject(r -> r.bucket(BUCKET).key("to")).metadata());
  }

  @Test
  void deletion_ofManyAndOfNone_succeeds() {
    put("a", "1");
    put("b", "1");
    s3.deleteObjects(
        request ->
            request
                .bucket(BUCKET)
                .delete(
                    delete ->
                        delete.objects(
                            List.of("a", "b", "none").stream()
                                .map(key -> ObjectIdentifier.builder().key(key).build())
                                .toList())));
    assertEquals(0, s3.listObjectsV2(request -> request.bucket(BUCKET)).keyCount());
    s3.deleteObject(request -> request.bucket(BUCKET).key("none"));
  }

  @Test
  void bucketWithObjects_isNotDeleted() {
    put("k", "v");
    assertRefused(409, "BucketNotEmpty", () -> s3.deleteBucket(request -> request.bucket(BUCKET)));
    s3.deleteObject(request -> request.bucket(BUCKET).key("k"));
    s3.deleteBucket(request -> request.bucket(BUCKET));
    assertThrows(NoSuchBucketException.class, () -> put("k", "v"));
  }

  @Test
  void whatWasAcknowledged_isThereAfterARestart() throws Exception {
    put("k", "v");
    CreateMultipartUploadResponse upload =
        s3.createMultipartUpload(request -> request.bucket(BUCKET).key("big"));
    CompletedPart one = part(upload, 1, new byte[5 * 1024 * 1024]);
    close();
    start();
    assertEquals("v", get("k"));
    complete(upload, one, part(upload, 2, new byte[1]));
    assertEquals(
        5 * 1024 * 1024 + 1,
        s3.headObject(request -> request.bucket(BUCKET).key("big")).contentLength());
  }

  @Test
  void whatIsNotEmulated_isRefusedByName() {
    put("k", "v");
    assertRefused(
        501,
        "NotImplemented",
        () ->
            s3.putObject(
                request -> request.bucket(BUCKET).key("k").tagging("a=b"),
                RequestBody.fromString("v")));
    assertRefused(501, "NotImplemented", () -> s3.getObjectTagging(r -> r.bucket(BUCKET).key("k")));
    assertRefused(
        501,
        "NotImplemented",
        () -> s3.getBucketLifecycleConfiguration(request -> request.bucket(BUCKET)));
  }
}
