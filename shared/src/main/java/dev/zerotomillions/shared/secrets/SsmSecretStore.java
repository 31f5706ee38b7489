package dev.zerotomillions.shared.secrets;

import java.util.Map;
import java.util.Optional;

/** SecureString parameters of Systems Manager, under the account's own key for it. */
final class SsmSecretStore implements SecretStore {
  private final SsmClient client;

  SsmSecretStore(SsmClient client) {
    this.client = client;
  }

  @Override
  public Optional<String> find(String name) {
    try {
      var answer = client.call("GetParameter", Map.of("Name", name, "WithDecryption", true));
      if (answer.get("Parameter") instanceof Map<?, ?> parameter
          && parameter.get("Value") instanceof String value) {
        return Optional.of(value);
      }
      throw new SsmRefused("GetParameter", 200, "NoValue", "the answer holds no value");
    } catch (SsmRefused e) {
      if (e.code().equals("ParameterNotFound")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public boolean create(String name, String value) {
    try {
      put(name, value, false);
      return true;
    } catch (SsmRefused e) {
      if (e.code().equals("ParameterAlreadyExists")) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void overwrite(String name, String value) {
    put(name, value, true);
  }

  private void put(String name, String value, boolean overwrite) {
    client.call(
        "PutParameter",
        Map.of("Name", name, "Value", value, "Type", "SecureString", "Overwrite", overwrite));
  }
}
