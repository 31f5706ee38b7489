package dev.zerotomillions.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.http.Contexts;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.RecordBinder;
import dev.zerotomillions.shared.problem.ValidationFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * The handler by which operators make an administrator: {@code {email, password, name}} in, {@code
 * {id, email, role}} out. It is invoked directly and has no address; invoked again for the same
 * e-mail address, it resets password and role.
 */
public final class CreateAdministrator implements RequestStreamHandler {
  private final Administrators administrators;

  public CreateAdministrator() {
    this(Contexts.start(Settings.ofProcess()).getBean(Administrators.class));
  }

  CreateAdministrator(Administrators administrators) {
    this.administrators = administrators;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var request = read(in.readAllBytes());
    var id =
        administrators.appoint(
            new EmailAddress(request.email()), request.name(), request.password());
    out.write(
        Json.write(Map.of("id", id, "email", request.email(), "role", Role.ADMINISTRATOR.label())));
  }

  private static AdministratorRequest read(byte[] json) {
    try {
      return RecordBinder.bind(AdministratorRequest.class, Json.read(json));
    } catch (ValidationFailed e) {
      throw new Refused(e);
    }
  }

  /** The request breaks the rules; the message names each field, as no answer's body can. */
  static final class Refused extends RuntimeException {
    Refused(ValidationFailed cause) {
      super(cause.errors().toString(), cause);
    }
  }
}
