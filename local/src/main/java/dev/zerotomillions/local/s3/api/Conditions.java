package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.ObjectVersion;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of a request, which hold or fail by what the object is at that moment. */
record Conditions(
    Optional<String> ifMatch,
    Optional<String> ifNoneMatch,
    Optional<Instant> ifModifiedSince,
    Optional<Instant> ifUnmodifiedSince) {

  /** No conditions at all. */
  static final Conditions NONE =
      new Conditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static Conditions of(S3Request request) {
    return named(request, "if-");
  }

  /** The conditions on the source of a copy. */
  static Conditions ofSource(S3Request request) {
    return named(request, "x-amz-copy-source-if-");
  }

  private static Conditions named(S3Request request, String prefix) {
    return new Conditions(
        request.header(prefix + "match"),
        request.header(prefix + "none-match"),
        request.header(prefix + "modified-since").flatMap(Conditions::time),
        request.header(prefix + "unmodified-since").flatMap(Conditions::time));
  }

  /** A date that can't be read is as none. */
  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(HttpDates.parse(date));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Refuses a write. */
  void checkWrite(@Nullable ObjectVersion current) throws S3Error {
    if (ifNoneMatch.isPresent()) {
      if (!ifNoneMatch.get().equals("*")) {
        throw S3Error.notEmulated("If-None-Match other than * in a write");
      }
      if (current != null) {
        throw S3Error.preconditionFailed("If-None-Match");
      }
    }
    if (ifMatch.isPresent()) {
      if (current == null) {
        throw Errors.noSuchKey("");
      }
      if (!matches(ifMatch.get(), current)) {
        throw S3Error.preconditionFailed("If-Match");
      }
    }
  }

  /** Refuses a read with 412, or with 304 where the client has the object already. */
  void checkRead(ObjectVersion object) throws S3Error {
    Instant modified = object.lastModified().truncatedTo(ChronoUnit.SECONDS);
    if (ifMatch.isPresent()) {
      if (!matches(ifMatch.get(), object)) {
        throw S3Error.preconditionFailed("If-Match");
      }
    } else if (ifUnmodifiedSince.filter(modified::isAfter).isPresent()) {
      throw S3Error.preconditionFailed("If-Unmodified-Since");
    }
    boolean known =
        ifNoneMatch.isPresent()
            ? matches(ifNoneMatch.get(), object)
            : ifModifiedSince.filter(since -> !modified.isAfter(since)).isPresent();
    if (known) {
      throw new S3Error(304, "NotModified", "Not Modified");
    }
  }

  private static boolean matches(String tags, ObjectVersion object) {
    return Arrays.stream(tags.split(",", -1))
        .map(tag -> tag.strip().replace("\"", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(object.etag()));
  }
}
