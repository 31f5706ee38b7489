package dev.zerotomillions.local.gateway;

import dev.zerotomillions.local.gateway.common.Api;
import dev.zerotomillions.local.gateway.common.Percent;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The API, and where the URL says it the stage, that a request is meant for.
 *
 * @param stage the stage, or null where the path may or may not begin with one
 * @param path the path below the API, or below the stage where the URL says it
 */
record Address(String apiId, @Nullable String stage, String path) {
  private static final Pattern EXECUTE_API = Pattern.compile("/_aws/execute-api/([^/]+)(/.*)?");
  private static final Pattern USER_REQUEST =
      Pattern.compile("/restapis/([^/]+)/([^/]+)/_user_request_(/.*)?");
  private static final Pattern HOST = Pattern.compile("([a-z0-9]+)\\.execute-api\\..*");

  /** The address in a request's path or host; null where it names no API. */
  static @Nullable Address of(WebRequest request) {
    Matcher byPath = EXECUTE_API.matcher(request.path());
    if (byPath.matches()) {
      return new Address(byPath.group(1), null, orRoot(byPath.group(2)));
    }
    Matcher byStage = USER_REQUEST.matcher(request.path());
    if (byStage.matches()) {
      return new Address(
          byStage.group(1), Percent.decode(byStage.group(2)), orRoot(byStage.group(3)));
    }
    Matcher byHost = HOST.matcher(request.headers().first("Host", ""));
    return byHost.matches() ? new Address(byHost.group(1), null, request.path()) : null;
  }

  private static String orRoot(@Nullable String path) {
    return path == null ? "/" : path;
  }

  WebResponse serve(Api api, WebRequest request) throws InterruptedException {
    if (stage != null) {
      boolean named = !stage.equals(api.rootStage());
      return api.hasStage(stage) ? api.serve(request, stage, path, named) : api.noSuchStage();
    }
    int end = path.indexOf('/', 1);
    String first = Percent.decode(path.substring(1, end < 0 ? path.length() : end));
    if (api.hasStage(first)) {
      return api.serve(
          request, first, end < 0 ? "/" : path.substring(end), !first.equals(api.rootStage()));
    }
    String root = api.rootStage();
    return root == null || !api.servesRoot()
        ? api.noSuchStage()
        : api.serve(request, root, path, false);
  }
}
