package dev.portico.pax8.mapping;

/** How many Pax8 companies there are; all match the same search text. */
public record MappingCounts(long all, long mapped) {

    /** Those without a company of the portal. */
    public long unmapped() {
        return all - mapped;
    }

    long of(MappingQuery.Filter filter) {
        return switch (filter) {
            case ALL -> all;
            case MAPPED -> mapped;
            case UNMAPPED -> unmapped();
        };
    }
}
