package dev.portico.sandbox.oauth;

import java.util.List;
import java.util.Map;

/**
 * A partner at Pax8 with its one administrator. There are two, so that connecting another account can be tried.
 *
 * @param id   id of the partner, named in every access token
 * @param user e-mail address of the administrator
 */
record PartnerAccount(String id, String name, String user) {

    static final String PASSWORD = "portico-demo";

    /** The account that API credentials belong to. */
    static final PartnerAccount FIRST = new PartnerAccount("5b0c6f0e-3d8a-4c1e-9a55-0f2d6c8e7a11", "Brightwater Managed IT", "partner@example.com");

    private static final PartnerAccount OTHER = new PartnerAccount("c2a7e9d4-6f31-4b0a-8e27-94d1b35f6c02", "Lakeshore Technology Group", "other@example.com");

    static List<PartnerAccount> all() {
        return List.of(FIRST, OTHER);
    }

    static PartnerAccount of(String user) {
        return all().stream().filter(account -> account.user().equals(user)).findFirst().orElse(FIRST);
    }

    /** What an access token says about the partner. The names are the sandbox's own: Pax8 has not published its claims. */
    Map<String, Object> claims() {
        return Map.of("https://pax8.com/partner_id", id, "https://pax8.com/partner_name", name, "https://pax8.com/email", user);
    }
}
