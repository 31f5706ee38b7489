package dev.zerotomillions.cdk.endpoints;

/** Who may call an endpoint. */
public enum Access {
  ANYONE,
  CUSTOMER,
  ADMINISTRATOR
}
