package dev.zerotomillions.local.iam;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The credentials that this run of the emulator has issued, one set for each session of a role.
 *
 * <p>An access key that isn't among them is a developer's own, who may do everything.
 */
public final class Credentials {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private record Session(String roleArn, String name) {}

  private record Issued(Principal principal, SessionCredentials credentials) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<Session, SessionCredentials> bySession = new ConcurrentHashMap<>();
  private final Map<String, Issued> byAccessKey = new ConcurrentHashMap<>();

  /** A session's credentials; the same ones for as long as the emulator runs. */
  public SessionCredentials of(String roleArn, String session) {
    return bySession.computeIfAbsent(new Session(roleArn, session), this::issue);
  }

  /** Whom an access key was issued to. */
  public Optional<Principal> principal(String accessKeyId) {
    return Optional.ofNullable(byAccessKey.get(accessKeyId)).map(Issued::principal);
  }

  /** What was issued with an access key. */
  public Optional<SessionCredentials> find(String accessKeyId) {
    return Optional.ofNullable(byAccessKey.get(accessKeyId)).map(Issued::credentials);
  }

  private SessionCredentials issue(Session session) {
    var issued = new SessionCredentials("ASIA" + letters(16), base64(30), base64(96));
    var principal = new Principal(issued.accessKeyId(), session.roleArn(), session.name());
    byAccessKey.put(issued.accessKeyId(), new Issued(principal, issued));
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
