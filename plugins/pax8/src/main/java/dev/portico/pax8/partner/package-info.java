/** The client of Pax8's Partner API: records, paging, errors, rate limit, retries. */
@NullMarked
package dev.portico.pax8.partner;

import org.jspecify.annotations.NullMarked;
