package dev.zerotomillions.cdk;

/** The kind of API Gateway that stands before the functions. */
public enum Gateway {
  HTTP,
  REST
}
