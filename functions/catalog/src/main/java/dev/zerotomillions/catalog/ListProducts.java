package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.http.Cursors;
import dev.zerotomillions.shared.http.ETags;
import dev.zerotomillions.shared.http.Limits;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/products}: products in the order of their names. */
@Controller("/api/products")
class ListProducts {
  private static final int MAX_QUERY = 100;
  private static final Pattern CATEGORY = Pattern.compile(ProductDraft.CATEGORY);

  private final Products products;
  private final Cursors cursors;

  ListProducts(Products products, Cursors cursors) {
    this.products = products;
    this.cursors = cursors;
  }

  @Get
  @Operation(
      operationId = "ListProducts",
      summary = "Products by name, of one category or all, whose names begin with q",
      tags = "catalog")
  @Parameter(in = ParameterIn.HEADER, name = "If-None-Match")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
      description = "Some of the products",
      content = @Content(schema = @Schema(implementation = ProductPage.class)))
  @ApiResponse(
      responseCode = "304",
      headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
      description = "The client's copy is current")
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  HttpResponse<?> list(
      HttpRequest<?> request,
      @Parameter(schema = @Schema(pattern = ProductDraft.CATEGORY)) @QueryValue
          @Nullable String category,
      @Parameter(schema = @Schema(maxLength = MAX_QUERY)) @QueryValue @Nullable String q,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    if (category != null && !CATEGORY.matcher(category).matches()) {
      throw new ValidationFailed(
          "category", "must be a slug of 1 to 64 lower-case letters, digits and hyphens");
    }
    String prefix = q == null ? "" : prefix(q);
    String list = "ListProducts\n" + (category == null ? "" : category) + '\n' + prefix;
    Page page = products.list(category, prefix, Limits.limit(limit), cursors.open(list, cursor));
    return ETags.answer(
        request,
        new ProductPage(
            page.rows().stream().map(ProductRow::product).toList(),
            cursors.seal(list, page.next())));
  }

  private static String prefix(String q) {
    if (q.codePointCount(0, q.length()) > MAX_QUERY) {
      throw new ValidationFailed("q", "must have at most " + MAX_QUERY + " characters");
    }
    return ProductRow.sorted(q);
  }
}
