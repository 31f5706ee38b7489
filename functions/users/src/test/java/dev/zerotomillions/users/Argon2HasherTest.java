package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import org.junit.jupiter.api.Test;

class Argon2HasherTest {
  private final Argon2Hasher hasher = new Argon2Hasher();

  @Test
  void hash_matchesItsPasswordAlone() {
    var stored = hasher.hash("correct horse battery");

    assertTrue(hasher.matches("correct horse battery", stored));
    assertFalse(hasher.matches("correct horse batterz", stored));
    assertFalse(hasher.matches("", stored));
  }

  @Test
  void hash_isArgon2idAtOwaspsParameters_withASaltOfItsOwn() {
    var first = hasher.hash("correct horse battery");

    assertTrue(first.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), first);
    assertNotEquals(first, hasher.hash("correct horse battery"));
    assertFalse(hasher.outdated(first));
  }

  @Test
  void hashOfWeakerParameters_stillMatches_butIsOutdated() {
    var weaker =
        Argon2Function.getInstance(4096, 1, 1, 32, Argon2.ID).hash("correct horse battery");

    assertTrue(hasher.matches("correct horse battery", weaker.getResult()));
    assertTrue(hasher.outdated(weaker.getResult()));
  }

  @Test
  void decoy_costsAsMuchAsTodaysHashes_andMatchesNothing() {
    assertFalse(hasher.outdated(hasher.decoy()));
    assertFalse(hasher.matches("correct horse battery", hasher.decoy()));
  }

  @Test
  void composedAndDecomposedLetters_areTheSamePassword() {
    assertTrue(
        hasher.matches("cafe\u0301 au lait, merci", hasher.hash("caf\u00e9 au lait, merci")));
  }
}
