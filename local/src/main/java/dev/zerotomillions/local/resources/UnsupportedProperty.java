package dev.zerotomillions.local.resources;

/** A property, or a value of one, that the emulator can't honour. */
public final class UnsupportedProperty extends ResourceFailed {
  private static final long serialVersionUID = 1L;

  /**
   * @param request the resource that holds the property
   * @param path the property's path below {@code Properties}, such as {@code
   *     Replicas.0.KinesisStreamSpecification}
   * @param why what the emulator does not do, and what to write instead
   */
  public UnsupportedProperty(ResourceRequest request, String path, String why) {
    super(
        "%s/%s (%s): property %s is not supported by the local emulator: %s"
            .formatted(request.stack(), request.logicalId(), request.type(), path, why));
  }
}
