package dev.zerotomillions.shared.auth;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** Endpoints that need a caller, for tests. */
@Controller("/who")
class WhoAmI {

  @Get("/caller")
  Map<String, String> caller(Caller caller) {
    return Map.of("id", caller.id(), "role", caller.role().label());
  }

  @Post("/administrator")
  Map<String, String> administrator(Administrator administrator, @Body Note note) {
    return Map.of("id", administrator.id(), "note", note.text());
  }

  @Introspected
  record Note(String text) {}
}
