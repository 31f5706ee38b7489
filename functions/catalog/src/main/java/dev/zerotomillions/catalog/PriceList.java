package dev.zerotomillions.catalog;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** The prices of the products that were asked for, without those that don't exist. */
@Introspected
record PriceList(List<ProductPrice> items) {}
