package dev.zerotomillions.local.template;

/** A value that only a deployment will tell, such as the id of a resource that isn't there yet. */
public final class NotYetKnown extends TemplateError {
  private static final long serialVersionUID = 1L;

  public NotYetKnown(Where where, String what) {
    super(where.message(what + " is not known before it is deployed"));
  }
}
