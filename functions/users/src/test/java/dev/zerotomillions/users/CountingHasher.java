package dev.zerotomillions.users;

import java.util.concurrent.atomic.AtomicInteger;

/** A hasher that hides nothing and counts what it is asked. */
final class CountingHasher implements PasswordHasher {
  final AtomicInteger hashed = new AtomicInteger();
  final AtomicInteger checked = new AtomicInteger();
  String parameters = "v1";

  @Override
  public String hash(String password) {
    hashed.incrementAndGet();
    return parameters + ":" + password;
  }

  @Override
  public boolean matches(String password, String stored) {
    checked.incrementAndGet();
    return stored.endsWith(":" + password);
  }

  @Override
  public boolean outdated(String stored) {
    return !stored.startsWith(parameters + ":");
  }

  @Override
  public String decoy() {
    return parameters + ":-decoy-";
  }
}
