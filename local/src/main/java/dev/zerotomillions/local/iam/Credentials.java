package dev.zerotomillions.local.iam;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The credentials that this run of the emulator has issued, one set for each role.
 *
 * <p>An access key that isn't among them is a developer's own, who may do everything.
 */
public final class Credentials {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SessionCredentials> byRole = new ConcurrentHashMap<>();
  private final Map<String, String> roleByAccessKey = new ConcurrentHashMap<>();

  /** The role's credentials; the same ones for as long as the emulator runs. */
  public SessionCredentials of(String roleArn) {
    return byRole.computeIfAbsent(roleArn, this::issue);
  }

  /** The ARN of the role that an access key was issued to. */
  public Optional<String> role(String accessKeyId) {
    return Optional.ofNullable(roleByAccessKey.get(accessKeyId));
  }

  private SessionCredentials issue(String roleArn) {
    var issued = new SessionCredentials("ASIA" + letters(16), base64(30), base64(96));
    roleByAccessKey.put(issued.accessKeyId(), roleArn);
    return issued;
  }

  private String letters(int count) {
    var text = new StringBuilder(count);
    for (var i = 0; i < count; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private String base64(int bytes) {
    var random = new byte[bytes];
    this.random.nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
