package dev.portico.sandbox.data;

import java.time.LocalDate;

/**
 * The term a client has promised to stay.
 *
 * @param term Monthly, 1-Year or 3-Year
 * @param end  the last day of the running term; afterwards the next term begins
 */
public record Commitment(String id, String term, LocalDate end) {
}
