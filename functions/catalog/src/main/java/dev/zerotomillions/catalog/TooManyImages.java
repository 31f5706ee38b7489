package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.problem.Problem;

/** A product has as many pictures as it may have. */
final class TooManyImages extends Problem {
  TooManyImages(int most) {
    super(409, "too-many-images", "Too many images", "A product has at most " + most + " images.");
  }
}
