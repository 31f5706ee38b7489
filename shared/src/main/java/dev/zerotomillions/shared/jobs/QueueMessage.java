package dev.zerotomillions.shared.jobs;

/**
 * A message as Lambda hands it to a worker.
 *
 * @param receipt the handle with which it was received
 * @param receives how often it was received, this time included
 */
public record QueueMessage(String id, String receipt, String body, int receives) {}
