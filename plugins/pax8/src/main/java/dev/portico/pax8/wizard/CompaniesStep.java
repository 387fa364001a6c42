package dev.portico.pax8.wizard;

import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.WizardStep;
import dev.portico.pax8.card.ManualSync;
import dev.portico.pax8.mapping.CompanyCreation;
import dev.portico.pax8.mapping.MappingService;

/** Step 2: maps Pax8 companies to companies of the portal. */
public class CompaniesStep implements WizardStep {

    private final MappingService mappings;
    private final CompanyCreation creation;
    private final Companies companies;
    private final Jobs jobs;
    private final ManualSync manual;
    private final ConnectionLine line;
    private final CurrentUser user;
    private final Messages messages;

    CompaniesStep(
            MappingService mappings,
            CompanyCreation creation,
            Companies companies,
            Jobs jobs,
            ManualSync manual,
            ConnectionLine line,
            CurrentUser user,
            Messages messages) {
        this.mappings = mappings;
        this.creation = creation;
        this.companies = companies;
        this.jobs = jobs;
        this.manual = manual;
        this.line = line;
        this.user = user;
        this.messages = messages;
    }

    @Override
    public Page open(WizardContext context) {
        user.require("manage_licensing");
        context.subtitle(line.text());
        return new CompaniesPage(
                mappings,
                creation,
                companies,
                new SyncProgress("companies", jobs, manual, messages, context),
                user.may("write_companies"),
                messages,
                context);
    }
}
