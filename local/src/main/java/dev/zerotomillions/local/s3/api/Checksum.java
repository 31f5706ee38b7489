package dev.zerotomillions.local.s3.api;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The digests by which clients make sure that S3 got what they sent. */
enum Checksum {
  MD5 {
    @Override
    byte[] of(byte[] bytes) {
      return digest("MD5", bytes);
    }
  },
  SHA1 {
    @Override
    byte[] of(byte[] bytes) {
      return digest("SHA-1", bytes);
    }
  },
  SHA256 {
    @Override
    byte[] of(byte[] bytes) {
      return digest("SHA-256", bytes);
    }
  },
  CRC32 {
    @Override
    byte[] of(byte[] bytes) {
      CRC32 crc = new CRC32();
      crc.update(bytes);
      return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    }
  },
  CRC32C {
    @Override
    byte[] of(byte[] bytes) {
      CRC32C crc = new CRC32C();
      crc.update(bytes);
      return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    }
  },
  CRC64NVME {
    @Override
    byte[] of(byte[] bytes) {
      long crc = -1;
      for (byte b : bytes) {
        crc = (crc >>> 8) ^ CRC64_TABLE[(int) ((crc ^ b) & 0xff)];
      }
      return ByteBuffer.allocate(8).putLong(~crc).array();
    }
  };

  private static final long CRC64_POLYNOMIAL = 0x9a6c9329ac4bc9b5L;
  private static final long[] CRC64_TABLE = crc64Table();
  private static final Set<String> HEADERS =
      Set.of(
          "x-amz-checksum-crc32",
          "x-amz-checksum-crc32c",
          "x-amz-checksum-crc64nvme",
          "x-amz-checksum-sha1",
          "x-amz-checksum-sha256");

  abstract byte[] of(byte[] bytes);

  static boolean isHeader(String lowerCaseName) {
    return HEADERS.contains(lowerCaseName);
  }

  static Checksum named(String lowerCaseName) {
    return valueOf(lowerCaseName.toUpperCase(Locale.ROOT));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }

  private static long[] crc64Table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >>> 1) ^ CRC64_POLYNOMIAL : crc >>> 1;
      }
      table[i] = crc;
    }
    return table;
  }
}
