package dev.zerotomillions.local.template;

/**
 * Something in a template that can't be honoured; the message names stack, resource and property.
 */
public class TemplateError extends Exception {
  private static final long serialVersionUID = 1L;

  TemplateError(String message) {
    super(message);
  }
}
