package dev.portico.pax8.partner;

import java.util.UUID;

/** A row of one of Pax8's lists; what Pax8 does not send is null. Values of enumerations stay texts, so new ones survive. */
public sealed interface PartnerRow permits PartnerCompany, PartnerProduct, PartnerSubscription, UsageSummary {

    /** Pax8's own id; rows without a valid one are left out while reading. */
    UUID id();
}
