package dev.zerotomillions.sandbox;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents how a call that changes something can be refused, and that it may have a key. */
@Parameter(in = ParameterIn.HEADER, name = "Idempotency-Key")
@ApiResponse(responseCode = "400", ref = "#/components/responses/RequestRefused")
@ApiResponse(responseCode = "413", ref = "#/components/responses/PayloadTooLarge")
@ApiResponse(responseCode = "429", ref = "#/components/responses/Busy")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface StripeWrite {}
