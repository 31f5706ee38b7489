package dev.zerotomillions.local.assembly;

import java.nio.file.Path;

/**
 * A file that CDK would upload before a deployment.
 *
 * @param bucket the bucket's name, pseudo parameters unresolved
 * @param objectKey the key, which is the hash of the content
 * @param source the file, or the folder that is to be zipped
 */
public record AssetFile(String bucket, String objectKey, Path source) {}
