/** What endpoints have in common in the OpenAPI documents; none of it is there at run time. */
@NullMarked
package dev.zerotomillions.shared.docs;

import org.jspecify.annotations.NullMarked;
