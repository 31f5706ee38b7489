/** Holds the functions to their OpenAPI documents, and the documents to OpenAPI. */
@NullMarked
package dev.zerotomillions.monolith.contract;

import org.jspecify.annotations.NullMarked;
