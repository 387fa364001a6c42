package dev.portico.host.companies;

import java.util.Map;

/** What became of a form. */
sealed interface Saved {

    /** It is in the database. */
    record Done(Company company) implements Saved {}

    /** Fields need correction; the values are text keys. */
    record Invalid(Map<CompanyInput.Field, String> problems) implements Saved {}

    /** There is another company of that name. */
    record NameTaken() implements Saved {}

    /** Somebody changed or removed it in the meantime. */
    record Outdated() implements Saved {}
}
