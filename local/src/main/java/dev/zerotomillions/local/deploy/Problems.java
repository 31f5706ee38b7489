package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.template.TemplateError;
import java.util.LinkedHashSet;
import java.util.Set;

/** The mistakes in what is to be deployed. They are collected, so that all are told at once. */
final class Problems {

  /** A part of the planning that stops at its first mistake. */
  @FunctionalInterface
  interface Check {
    void run() throws TemplateError;
  }

  private final Set<String> found = new LinkedHashSet<>();

  void add(String problem) {
    found.add(problem);
  }

  /** Whether a check finds no mistake; one that it finds is noted. */
  boolean passes(Check check) {
    try {
      check.run();
      return true;
    } catch (TemplateError e) {
      found.add(String.valueOf(e.getMessage()));
      return false;
    }
  }

  void refuse() throws DeploymentFailed {
    if (found.size() == 1) {
      throw new DeploymentFailed(found.iterator().next());
    }
    if (!found.isEmpty()) {
      throw new DeploymentFailed(
          "%d problems, and nothing was changed:\n- %s"
              .formatted(found.size(), String.join("\n- ", found)));
    }
  }
}
