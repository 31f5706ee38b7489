package dev.zerotomillions.local.functions.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The invocations that wait for an environment, in the order of their arrival. */
final class Line {
  private final List<Place> places = new ArrayList<>();

  /** Where an invocation stands that waits for this version of a function. */
  static final class Place {
    private final String revision;

    private Place(String revision) {
      this.revision = revision;
    }
  }

  Place join(String revision) {
    var place = new Place(revision);
    places.add(place);
    return place;
  }

  void leave(Place place) {
    places.remove(place);
  }

  boolean hasAny(String revision) {
    return places.stream().anyMatch(each -> each.revision.equals(revision));
  }

  /** Whether nobody waits for the same version longer. */
  boolean isFirstOfItsVersion(Place place) {
    return first(each -> each.revision.equals(place.revision)).filter(place::equals).isPresent();
  }

  /**
   * Whose turn it is to start an environment: of those who may, one whose version has the fewest.
   */
  Optional<Place> next(Predicate<String> mayStart, ToIntFunction<String> environments) {
    return places.stream()
        .filter(each -> mayStart.test(each.revision))
        .min(Comparator.comparingInt(each -> environments.applyAsInt(each.revision)));
  }

  private Optional<Place> first(Predicate<Place> wanted) {
    return places.stream().filter(wanted).findFirst();
  }
}
