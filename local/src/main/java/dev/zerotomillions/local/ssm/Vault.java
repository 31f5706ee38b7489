package dev.zerotomillions.local.ssm;

import dev.zerotomillions.local.storage.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts secrets with a key that lies in the data folder and only its owner may read. */
final class Vault {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  Vault(Path keyFile) {
    byte[] bytes = new byte[KEY_BYTES];
    try {
      if (Files.exists(keyFile)) {
        bytes = Files.readAllBytes(keyFile);
      } else {
        random.nextBytes(bytes);
        new StateFile(keyFile).writeBytes(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the key of the secrets can't be read: " + keyFile, e);
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** Encrypts a text; {@code name} is bound to it, so that it can't be passed off as another's. */
  String seal(String name, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, name, nonce, text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
  }

  String open(String name, String sealed) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return new String(run(Cipher.DECRYPT_MODE, name, nonce, rest), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, String name, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "parameter " + name + " does not belong to this data folder's key", e);
    }
  }
}
