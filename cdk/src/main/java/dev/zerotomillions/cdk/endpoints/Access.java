package dev.zerotomillions.cdk.endpoints;

/** Who may call an endpoint. */
public enum Access {
  ANYONE,
  CUSTOMER,
  ADMINISTRATOR,
  /** The shop's other functions alone, by their roles: no route where all run in one function. */
  SERVICE
}
