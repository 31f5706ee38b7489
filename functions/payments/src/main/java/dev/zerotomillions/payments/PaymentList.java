package dev.zerotomillions.payments;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** The payments of some orders. */
@Introspected
record PaymentList(List<PaymentAnswer> items) {}
