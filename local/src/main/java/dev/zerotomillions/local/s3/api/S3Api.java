package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import dev.zerotomillions.local.iam.SessionCredentials;
import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** S3's API: finds the operation that a method, an address and a subresource mean. */
public final class S3Api implements AwsApi {
  private static final System.Logger LOG = System.getLogger(S3Api.class.getName());

  private final Buckets buckets;
  private final Guard guard;
  private final PresignedUrl presigned;
  private final OldPresignedUrl oldPresigned;
  private final BucketCalls bucketCalls;
  private final ObjectOperations objects;

  /**
   * Makes the API.
   *
   * @param credentials the secret and the session token that belong to an access key
   * @param guard knows who may list a bucket
   */
  public S3Api(
      Buckets buckets,
      Function<String, SessionCredentials> credentials,
      Guard guard,
      InstantSource clock) {
    this.buckets = buckets;
    this.guard = guard;
    this.presigned = new PresignedUrl(credentials, clock);
    this.oldPresigned = new OldPresignedUrl(credentials, clock);
    this.bucketCalls = new BucketCalls(buckets);
    this.objects = new ObjectOperations(buckets);
  }

  @Override
  public String signingName() {
    return "s3";
  }

  @Override
  public List<Need> rights(AwsRequest call, Arns arns) throws AwsError {
    return S3Rights.of(call);
  }

  @Override
  public AwsResponse handle(AwsRequest call) {
    return answer(call, request -> answer(call, request));
  }

  @Override
  public AwsResponse error(AwsRequest call, AwsError error) {
    return answer(
        call,
        request -> {
          throw new S3Error(error.status(), error.code(), error.message());
        });
  }

  /** What becomes of a request. */
  private interface Outcome {
    S3Response of(S3Request request) throws S3Error;
  }

  private AwsResponse answer(AwsRequest call, Outcome outcome) {
    String requestId = UUID.randomUUID().toString();
    S3Response response;
    try {
      response = answer(S3Request.of(call), outcome, requestId);
    } catch (S3Error e) {
      response = e.response(call.path(), requestId);
    }
    S3Response identified = response.with("x-amz-request-id", requestId).with("Server", "AmazonS3");
    return new AwsResponse(identified.status(), identified.headers(), identified.body());
  }

  private S3Response answer(S3Request request, Outcome outcome, String requestId) {
    S3Response finished;
    try {
      finished = outcome.of(request);
    } catch (S3Error e) {
      finished = e.response(request.resource(), requestId);
    }
    return withCors(request, finished);
  }

  private S3Response answer(AwsRequest call, S3Request request) throws S3Error {
    try {
      if (request.method().equals("OPTIONS")) {
        return CorsRules.preflight(bucket(request), request);
      }
      authenticate(request);
      return operate(call, request);
    } catch (S3Error e) {
      throw e.code().equals("NoSuchKey") ? missing(call, request, e) : e;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "S3's files can't be read or written", e);
      throw new S3Error(
          500, "InternalError", "We encountered an internal error. Please try again.");
    }
  }

  /** Only who may list a bucket is told that it has no such object. */
  private S3Error missing(AwsRequest call, S3Request request, S3Error missing) {
    try {
      guard.check(call, signingName(), arns -> List.of(S3Rights.toList(request.bucket())));
      return missing;
    } catch (AwsError e) {
      return S3Error.accessDenied(e.message());
    }
  }

  private S3Response withCors(S3Request request, S3Response finished) {
    if (request.method().equals("OPTIONS")) {
      return finished;
    }
    return buckets
        .find(request.bucket())
        .map(bucket -> CorsRules.apply(bucket, request, finished))
        .orElse(finished);
  }

  private void authenticate(S3Request request) throws S3Error {
    if (PresignedUrl.isPresigned(request)) {
      presigned.check(request);
    } else if (OldPresignedUrl.isPresigned(request)) {
      oldPresigned.check(request);
    } else if (request.header("authorization").isEmpty()) {
      throw S3Error.accessDenied("Access Denied");
    }
  }

  private S3Response operate(AwsRequest call, S3Request request) throws S3Error, IOException {
    if (request.bucket().isEmpty()) {
      if (request.method().equals("GET")) {
        return bucketCalls.list();
      }
      throw notAllowed();
    }
    boolean ofBucket = request.key().isEmpty();
    boolean making = ofBucket && request.method().equals("PUT") && !request.asksFor("versioning");
    if (making && request.query().isEmpty()) {
      return bucketCalls.create(request, call.region());
    }
    Bucket bucket = bucket(request);
    if (!ofBucket) {
      return objects.of(bucket, request);
    }
    return switch (request.method()) {
      case "HEAD" -> BucketCalls.head(bucket);
      case "DELETE" -> {
        Subresources.refuse(request);
        yield bucketCalls.delete(bucket);
      }
      case "GET" -> Subresources.get(bucket, request);
      case "PUT" -> {
        Subresources.refuseAllBut(request, "versioning");
        yield BucketCalls.putVersioning(bucket, request);
      }
      case "POST" -> {
        Subresources.refuseAllBut(request, "delete");
        yield ObjectWrites.deleteMany(bucket, request);
      }
      default -> throw notAllowed();
    };
  }

  private Bucket bucket(S3Request request) throws S3Error {
    return buckets.find(request.bucket()).orElseThrow(() -> Errors.noSuchBucket(request.bucket()));
  }

  static S3Error notAllowed() {
    return new S3Error(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  }
}
