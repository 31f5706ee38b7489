package dev.zerotomillions.shared.data;

import java.util.List;
import java.util.Map;

/**
 * Some rows of a list and where it goes on.
 *
 * @param next the key after which the next page begins; empty on the last page
 */
public record Page(List<Row> rows, Map<String, String> next) {}
