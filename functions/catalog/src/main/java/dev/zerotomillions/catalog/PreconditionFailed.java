package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.problem.Problem;

/** What is there now isn't what the request's If-Match or If-None-Match asks for. */
final class PreconditionFailed extends Problem {
  PreconditionFailed() {
    super(
        412,
        "precondition-failed",
        "Precondition failed",
        "The product isn't what If-Match or If-None-Match asks for; read it again and retry.");
  }
}
