package dev.zerotomillions.users;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;

/** Argon2id with the parameters that OWASP's Password Storage Cheat Sheet asks for at least. */
@Singleton
final class Argon2Hasher implements PasswordHasher {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** Of no known password: the hash part was drawn at random. */
  private static final String DECOY =
      "$argon2id$v=19$m=19456,t=2,p=1$IOm8hp4rH7QyKDRPGGbXmA$"
          + "Q0iDaF4gbWqLQxNrHOS1tFYVY1bTzJgdfMtX6NSrnXE";

  private final SecureRandom random = new SecureRandom();

  private static Argon2Function today() {
    return Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
  }

  @Override
  public String hash(String password) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return today().hash(canonical(password), salt).getResult();
  }

  @Override
  public boolean matches(String password, String stored) {
    return Argon2Function.getInstanceFromHash(stored)
        .check(canonical(password), stored.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean outdated(String stored) {
    return !Argon2Function.getInstanceFromHash(stored).equals(today());
  }

  @Override
  public String decoy() {
    return DECOY;
  }

  /** The same characters typed on another keyboard are the same password. */
  private static byte[] canonical(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }
}
