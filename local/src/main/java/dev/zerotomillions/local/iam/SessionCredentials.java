package dev.zerotomillions.local.iam;

/** Temporary credentials of a role, as a function finds them in its environment. */
public record SessionCredentials(String accessKeyId, String secretAccessKey, String sessionToken) {}
