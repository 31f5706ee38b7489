package dev.zerotomillions.local.iam;

/**
 * A session of a role: who signs with temporary credentials.
 *
 * @param accessKeyId the key of the session's credentials
 * @param roleArn the role
 * @param session the session's name; a function's is its own name
 */
public record Principal(String accessKeyId, String roleArn, String session) {

  public String account() {
    return roleArn.split(":", 6)[4];
  }

  public String roleName() {
    return roleArn.substring(roleArn.lastIndexOf('/') + 1);
  }

  /** The ARN by which AWS names the session. */
  public String arn() {
    return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account(), roleName(), session);
  }

  /** The id by which AWS names the session. */
  public String userId() {
    return Roles.id(roleArn) + ":" + session;
  }
}
