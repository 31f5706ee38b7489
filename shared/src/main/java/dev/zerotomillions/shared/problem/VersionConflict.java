package dev.zerotomillions.shared.problem;

/** Somebody else changed the entity since the client read it. */
public final class VersionConflict extends Problem {
  public VersionConflict(long version) {
    super(
        409,
        "version-conflict",
        "Version conflict",
        "The entity is now at version " + version + "; read it again and retry.");
    member("version", version);
  }
}
