package dev.zerotomillions.shared.testing;

/** The two forms in which API Gateway invokes a function. */
public enum PayloadFormat {
  HTTP_API_2_0,
  REST_API_1_0
}
