package dev.zerotomillions.local.sources;

/**
 * An event source mapping.
 *
 * @param id a UUID
 */
record Mapping(String id, QueueSource source, boolean enabled) {}
