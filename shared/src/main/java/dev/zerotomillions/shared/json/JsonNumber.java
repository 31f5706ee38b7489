package dev.zerotomillions.shared.json;

/** A number as it was written, which is no whole number of 64 bits. */
public record JsonNumber(String text) {}
