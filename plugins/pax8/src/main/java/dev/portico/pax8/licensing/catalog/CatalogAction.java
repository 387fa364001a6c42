package dev.portico.pax8.licensing.catalog;

/** What can be done to products of the catalog, one or many. */
public enum CatalogAction {
    /** Clients see it. */
    SHOW("not " + CatalogSql.VISIBLE, "true", "featured"),
    /** Clients do not see it, and it is not featured any more; subscriptions to it go on. */
    HIDE(CatalogSql.VISIBLE, "false", "false"),
    /** Comes first for clients; left out where it is hidden. */
    FEATURE(CatalogSql.VISIBLE + " and not coalesce(e.featured, false)", "true", "true"),
    /** Stands among the others again. */
    UNFEATURE("coalesce(e.featured, false)", "visible", "false");

    private final String applies;
    private final String visible;
    private final String featured;

    CatalogAction(String applies, String visible, String featured) {
        this.applies = applies;
        this.visible = visible;
        this.featured = featured;
    }

    /** SQL: whether it would change the product. */
    String applies() {
        return applies;
    }

    /** SQL: whether it is visible afterwards. */
    String visible() {
        return visible;
    }

    /** SQL: whether it is featured afterwards. */
    String featured() {
        return featured;
    }
}
