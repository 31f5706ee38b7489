package dev.zerotomillions.local.gateway.common;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query, decoded, in order of first appearance. */
public final class Query {
  private Query() {}

  public static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    int start = 0;
    while (start < query.length()) {
      int ampersand = query.indexOf('&', start);
      int end = ampersand < 0 ? query.length() : ampersand;
      if (end > start) {
        add(parameters, query.substring(start, end));
      }
      start = end + 1;
    }
    return parameters;
  }

  private static void add(Map<String, List<String>> parameters, String pair) {
    int equals = pair.indexOf('=');
    String name = Percent.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : Percent.decodeForm(pair.substring(equals + 1));
    parameters.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
  }
}
