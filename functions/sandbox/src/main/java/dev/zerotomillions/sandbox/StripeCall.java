package dev.zerotomillions.sandbox;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents how any call can be refused or fail, by Stripe's error objects. */
@SecurityRequirement(name = "secretKey")
@ApiResponse(responseCode = "401", ref = "#/components/responses/KeyRefused")
@ApiResponse(responseCode = "500", ref = "#/components/responses/AnswerLost")
@ApiResponse(responseCode = "503", ref = "#/components/responses/Down")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface StripeCall {}
