package dev.zerotomillions.users;

/** Turns passwords into what may be stored, and checks them against it. */
interface PasswordHasher {

  /** A salted hash in PHC string format, which carries its own parameters. */
  String hash(String password);

  boolean matches(String password, String stored);

  /** Whether a hash was made with parameters weaker than today's. */
  boolean outdated(String stored);

  /**
   * A hash that no password matches. Checking against it costs what a check of a real one costs, so
   * that nobody can tell by the time whether a user exists.
   */
  String decoy();
}
