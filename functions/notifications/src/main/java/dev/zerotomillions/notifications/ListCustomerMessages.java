package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.http.Cursors;
import dev.zerotomillions.shared.http.CustomerIds;
import dev.zerotomillions.shared.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /internal/notifications?customerId=}: what was written to a customer, for a service
 * that acts for them.
 */
@Controller("/internal/notifications")
class ListCustomerMessages {
  private final Messages messages;
  private final Cursors cursors;

  ListCustomerMessages(Messages messages, Cursors cursors) {
    this.messages = messages;
    this.cursors = cursors;
  }

  @Get
  @Operation(
      operationId = "ListCustomerMessages",
      summary = "The messages to a customer",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "Some of the messages",
      content = @Content(schema = @Schema(implementation = MessagePage.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  MessagePage list(
      ServiceCaller caller,
      @Parameter(schema = @Schema(minLength = 1, maxLength = CustomerIds.LONGEST)) @QueryValue
          String customerId,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    CustomerIds.check(customerId);
    var list = "ListCustomerMessages\n" + customerId;
    var page = messages.list(customerId, Limits.limit(limit), cursors.open(list, cursor));
    return new MessagePage(
        page.rows().stream().map(MessageRow::message).toList(), cursors.seal(list, page.next()));
  }
}
