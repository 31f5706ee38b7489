package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.docs.ForAdministrators;
import dev.zerotomillions.shared.docs.Idempotent;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.files.Files;
import dev.zerotomillions.shared.http.Answer;
import dev.zerotomillions.shared.http.Idempotency;
import dev.zerotomillions.shared.http.IdempotencyKey;
import dev.zerotomillions.shared.problem.NotFound;
import dev.zerotomillions.shared.problem.VersionConflict;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * {@code POST /api/products/{id}/images}: announces a picture of a product, and answers with the
 * signed address that takes exactly it, of the type, length and digest announced.
 *
 * <p>The product lists it at once as {@code PENDING}. What comes in is not to be trusted, so
 * nothing shows it as it is: it waits under {@code uploads/}, where a week later the bucket deletes
 * it, for whoever makes pictures of it that can be shown.
 */
@Controller("/api/products")
class AddProductImage {
  private static final Duration URL_LIFETIME = Duration.ofMinutes(15);

  /** How often a writer of the same product is let pass. */
  private static final int TRIES = 5;

  /** What an answer that was recorded tells, beside what the request does. */
  @Introspected
  record Recorded(String id, Instant createdAt) {}

  private final Products products;
  private final Files files;
  private final Idempotency idempotency;
  private final UuidV7 ids;
  private final InstantSource clock;

  AddProductImage(
      Products products, Files files, Idempotency idempotency, UuidV7 ids, InstantSource clock) {
    this.products = products;
    this.files = files;
    this.idempotency = idempotency;
    this.ids = ids;
    this.clock = clock;
  }

  @Post("/{id}/images")
  @Operation(
      operationId = "AddProductImage",
      summary = "Announce a picture of a product, and get the address to upload it to",
      tags = "catalog")
  @ApiResponse(
      responseCode = "201",
      description = "The picture and its upload",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      content = @Content(schema = @Schema(implementation = ImageUpload.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForAdministrators
  @TakesBody
  @Idempotent
  HttpResponse<?> add(
      Administrator administrator,
      HttpRequest<?> request,
      @Parameter(schema = @Schema(pattern = ProductIds.SHAPE)) String id,
      @Body ImageDraft draft) {
    IdempotencyKey key = IdempotencyKey.of(request, administrator.id(), draft);
    ProductIds.existing(id);
    Answer answer = answer(key, id, draft);
    // Signed anew each time: an address that was recorded would be no good to who comes again.
    Recorded recorded = answer.as(Recorded.class);
    ProductImage image = ProductImage.awaited(recorded.id(), draft, recorded.createdAt());
    return HttpResponse.created(ImageUpload.of(image, upload(id, image, draft)))
        .header("Cache-Control", "no-store");
  }

  private Answer answer(IdempotencyKey key, String id, ImageDraft draft) {
    for (int attempt = 1; ; attempt++) {
      try {
        return idempotency.answer(products.table(), key, () -> plan(id, draft));
      } catch (VersionConflict e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private Idempotency.Plan plan(String id, ImageDraft draft) {
    Product product =
        products.find(id).orElseThrow(() -> new NotFound("There is no product " + id + "."));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ProductImage image = ProductImage.awaited(ids.next("img"), draft, now);
    return new Idempotency.Plan(
        Answer.of(201, null, image), products.replacement(product.with(image, now)));
  }

  private ImageUpload.Upload upload(String id, ProductImage image, ImageDraft draft) {
    String file = "uploads/products/%s/%s".formatted(id, image.id());
    return ImageUpload.Upload.to(
        files.uploadUrl(file, draft.announced(), URL_LIFETIME),
        draft,
        clock.instant().plus(URL_LIFETIME).truncatedTo(ChronoUnit.SECONDS));
  }
}
