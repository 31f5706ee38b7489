package dev.zerotomillions.shared.json;

/** A JSON document that is already written. */
public record JsonText(String text) {}
