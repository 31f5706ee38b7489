package dev.zerotomillions.payments;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.http.CustomerIds;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code GET /internal/payments?customerId=&orderIds=a,b,c}: a customer's payments for some of
 * their orders, in the order of the ids. Payments go by their orders, so there is no list of a
 * customer's that could be paged through; whoever asks knows the orders.
 */
@Controller("/internal/payments")
class ListCustomerPayments {
  /** More would make an address that gateways refuse. */
  private static final int MOST = 50;

  private final Payments payments;

  ListCustomerPayments(Payments payments) {
    this.payments = payments;
  }

  @Get
  @Operation(
      operationId = "ListCustomerPayments",
      summary = "A customer's payments for some orders; those of others are left out",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "The payments",
      content = @Content(schema = @Schema(implementation = PaymentList.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  PaymentList list(
      ServiceCaller caller,
      @Parameter(schema = @Schema(minLength = 1, maxLength = CustomerIds.LONGEST)) @QueryValue
          String customerId,
      @Parameter(schema = @Schema(pattern = OrderIds.LIST)) @QueryValue String orderIds) {
    CustomerIds.check(customerId);
    return new PaymentList(
        payments.find(parse(orderIds)).stream()
            .filter(payment -> customerId.equals(payment.customerId()))
            .map(PaymentAnswer::of)
            .toList());
  }

  private static List<String> parse(String orderIds) {
    var ids = Stream.of(orderIds.split(",", MOST + 2)).toList();
    if (ids.size() > MOST) {
      throw new ValidationFailed("orderIds", "must be at most " + MOST);
    }
    if (!ids.stream().allMatch(OrderIds::isValid)) {
      throw new ValidationFailed("orderIds", "must be ids of orders, parted by commas");
    }
    return ids.stream().distinct().toList();
  }
}
