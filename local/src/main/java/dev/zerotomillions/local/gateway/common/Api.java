package dev.zerotomillions.local.gateway.common;

import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API as it is served: immutable, and swapped whole when a resource of it changes. */
public interface Api {
  String id();

  /** The stage that serves requests whose path names none, or null. */
  @Nullable String rootStage();

  boolean hasStage(String stage);

  /** A stage's routes, as {@code GET /pets/{id}}, without the preflights that it answers itself. */
  List<String> routes(String stage);

  /** Whether an API's own host serves its root stage to paths that name none. */
  boolean servesRoot();

  /**
   * Answers a request.
   *
   * @param stage the stage
   * @param path the path below the stage, still percent-encoded
   * @param stageInPath whether the client's path named the stage
   */
  WebResponse serve(WebRequest request, String stage, String path, boolean stageInPath)
      throws InterruptedException;

  /** The answer where no stage serves a request. */
  WebResponse noSuchStage();
}
