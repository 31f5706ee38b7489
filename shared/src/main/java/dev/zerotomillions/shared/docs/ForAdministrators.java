package dev.zerotomillions.shared.docs;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents that an endpoint wants an administrator's token. */
@SecurityRequirement(name = "bearer")
@ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ForAdministrators {}
