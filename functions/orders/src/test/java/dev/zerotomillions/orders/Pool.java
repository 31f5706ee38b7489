package dev.zerotomillions.orders;

import java.util.HashMap;
import java.util.Map;

/** Large values, each kept once, so that they can be told apart without being looked into. */
final class Pool<T> {
  private final Map<T, Ref<T>> refs = new HashMap<>();

  /** A value of a pool, the same for the same value. */
  static final class Ref<T> {
    private final T value;

    private Ref(T value) {
      this.value = value;
    }

    T value() {
      return value;
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  Ref<T> of(T value) {
    return refs.computeIfAbsent(value, Ref::new);
  }

  int size() {
    return refs.size();
  }
}
