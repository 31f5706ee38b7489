package dev.zerotomillions.shared.docs;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents how a body can be refused. */
@ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
@ApiResponse(responseCode = "413", ref = "#/components/responses/PayloadTooLarge")
@ApiResponse(responseCode = "415", ref = "#/components/responses/UnsupportedMediaType")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TakesBody {}
