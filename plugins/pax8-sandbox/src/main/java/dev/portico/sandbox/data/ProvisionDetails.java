package dev.portico.sandbox.data;

import java.util.List;

/** What vendors want to know. The keys of Microsoft were seen at Pax8, all others are invented. */
final class ProvisionDetails {

    private static final List<ProvisionDetail> MICROSOFT = List.of(
            new ProvisionDetail("Does the customer have a Microsoft account?", "msCustExists", "Whether a tenant exists already.", "Single-Value",
                    List.of("Yes, the customer has a Microsoft account", "No, the customer does not have a Microsoft account"), true),
            input("Tenant id", "msTenantId", "The id of the tenant, if there is one.", false),
            input("Domain", "msDomain", "The name before .onmicrosoft.com, for a new tenant.", false),
            input("Partner id", "msMPNidval", "The id of the reseller in the vendor's partner programme.", false),
            input("First name", "mca2020FirstName", "Of the person who has accepted the customer agreement.", true),
            input("Last name", "mca2020LastName", "Of the person who has accepted the customer agreement.", true),
            input("E-mail", "mca2020Email", "Of the person who has accepted the customer agreement.", true),
            input("Date", "mca2020EffectiveDate", "The day on which the agreement was accepted, as 2026-01-31.", false),
            new ProvisionDetail("Cancellation policy", "microsoftCancelPolicyAcknowledgement",
                    "Cancellations and fewer seats are accepted within seven calendar days of a purchase or renewal only.", "Single-Value",
                    List.of("Yes, I acknowledge the policy"), true));

    private ProvisionDetails() {
    }

    static List<ProvisionDetail> of(Product product) {
        if (product.oneTime()) {
            return List.of();
        }
        return switch (product.vendor()) {
            case "Microsoft" -> MICROSOFT;
            case "Adobe" -> List.of(input("Administrator", "adobeAdminEmail", "Receives the invitation to the admin console.", true),
                    new ProvisionDetail("Language", "adobeLanguage", "Of the vendor's mails.", "Single-Value", List.of("English", "Deutsch", "Français"), false));
            case "Google" -> List.of(input("Domain", "googleDomain", "The primary domain.", true),
                    input("Transfer token", "googleTransferToken", "Only to take over an existing customer.", false));
            case "Acronis" -> List.of(new ProvisionDetail("Data centre", "acronisDataCentre", "Where backups are kept.", "Single-Value",
                            List.of("US", "EU", "UK"), true),
                    new ProvisionDetail("Services", "acronisServices", "What is switched on.", "Multi-Value", List.of("Backup", "Security", "Management"), false));
            default -> List.of(input("Administrator", "adminEmail", "Receives the vendor's invitation.", false));
        };
    }

    private static ProvisionDetail input(String label, String key, String description, boolean needed) {
        return new ProvisionDetail(label, key, description, "Input", null, needed);
    }
}
