package dev.zerotomillions.catalog;

/** How far a product's picture is. */
enum ImageStatus {
  /** It may be uploaded, and is shown to nobody until it was looked at and made smaller. */
  PENDING
}
