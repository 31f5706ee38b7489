package dev.zerotomillions.monolith.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes texts that match a pattern of the documents: literals, classes, groups and counts, without
 * alternatives.
 */
final class Patterns {
  private static final int MOST_REPEATS = 6;

  private final String pattern;
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private Patterns(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
  }

  static String match(String pattern, Random random) {
    String bare = pattern.replaceAll("^\\^|\\$$", "");
    var patterns = new Patterns(bare, random);
    patterns.sequence(bare.length());
    return patterns.text.toString();
  }

  private void sequence(int end) {
    while (at < end) {
      int from = at;
      int to = atomEnd();
      int times = times(to);
      int next = at;
      for (int i = 0; i < times; i++) {
        atom(from, to);
      }
      at = next;
    }
  }

  /** Where the atom that begins here ends. */
  private int atomEnd() {
    return switch (pattern.charAt(at)) {
      case '[' -> closing(']') + 1;
      case '(' -> closing(')') + 1;
      case '\\' -> at + 2;
      default -> at + 1;
    };
  }

  private int closing(char bracket) {
    int end = at;
    do {
      end++;
      if (pattern.charAt(end) == '\\') {
        end += 2;
      }
    } while (pattern.charAt(end) != bracket);
    return end;
  }

  /** How often the atom is to come, by the count that follows it. */
  private int times(int to) {
    at = to;
    if (to == pattern.length()) {
      return 1;
    }
    return switch (pattern.charAt(to)) {
      case '?' -> counted(to + 1, 0, 1);
      case '*' -> counted(to + 1, 0, MOST_REPEATS);
      case '+' -> counted(to + 1, 1, MOST_REPEATS);
      case '{' -> bounds(to);
      default -> 1;
    };
  }

  private int bounds(int from) {
    int end = pattern.indexOf('}', from);
    String[] bounds = pattern.substring(from + 1, end).split(",", -1);
    int least = Integer.parseInt(bounds[0]);
    int most = Integer.parseInt(bounds[bounds.length - 1]);
    return counted(end + 1, least, most);
  }

  private int counted(int next, int least, int most) {
    at = next;
    return random.nextInt(least, most + 1);
  }

  private void atom(int from, int to) {
    switch (pattern.charAt(from)) {
      case '[' -> text.append(ofClass(pattern.substring(from + 1, to - 1)));
      case '(' -> {
        at = from + 1;
        sequence(to - 1);
      }
      case '\\' -> text.append(pattern.charAt(from + 1));
      default -> text.append(pattern.charAt(from));
    }
  }

  private char ofClass(String members) {
    List<Character> all = new ArrayList<>();
    for (int i = 0; i < members.length(); i++) {
      boolean isRange = i + 2 < members.length() && members.charAt(i + 1) == '-';
      char last = isRange ? members.charAt(i + 2) : members.charAt(i);
      for (char c = members.charAt(i); c <= last; c++) {
        all.add(c);
      }
      i += isRange ? 2 : 0;
    }
    return all.get(random.nextInt(all.size()));
  }
}
