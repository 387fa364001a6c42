package dev.portico.pax8.partner;

import java.util.List;

/**
 * A page of one of Pax8's lists, as Pax8 counts it.
 *
 * @param number from 0
 * @param totalPages at the time of the answer
 * @param totalElements at the time of the answer
 * @param content rows with valid ids
 */
public record PartnerPage<T extends PartnerRow>(int number, int totalPages, long totalElements, List<T> content) {

    public PartnerPage {
        content = List.copyOf(content);
    }
}
