package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.storage.StateFile;
import java.security.SecureRandom;
import java.util.Base64;

/** The local shop's administrator, whose password is made up on a first start and then kept. */
record Administrator(String email, String password) {
  private static final String EMAIL = "admin@shop.local";

  static Administrator keptIn(StateFile file) {
    ObjectNode kept = file.read();
    if (kept.has("password")) {
      return new Administrator(kept.get("email").asText(), kept.get("password").asText());
    }
    Administrator made = new Administrator(EMAIL, randomPassword());
    file.write(kept.put("email", made.email).put("password", made.password));
    return made;
  }

  private static String randomPassword() {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().encodeToString(random);
  }
}
