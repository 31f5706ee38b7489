package dev.zerotomillions.local.s3.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What an object is to hold: bytes at hand, or parts that were uploaded before. */
public sealed interface Content {

  long size() throws IOException;

  /** Bytes at hand. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bytes(byte[] bytes) implements Content {
    @Override
    public long size() {
      return bytes.length;
    }
  }

  /** The parts of a multipart upload, in order. */
  record Parts(List<Path> files) implements Content {
    public Parts {
      files = List.copyOf(files);
    }

    @Override
    public long size() throws IOException {
      long size = 0;
      for (Path file : files) {
        size += ObjectFile.read(file).size();
      }
      return size;
    }
  }
}
