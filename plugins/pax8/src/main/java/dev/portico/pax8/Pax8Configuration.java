package dev.portico.pax8;

import dev.portico.pax8.card.CardConfiguration;
import dev.portico.pax8.connection.ConnectionConfiguration;
import dev.portico.pax8.licensing.LicensingConfiguration;
import dev.portico.pax8.mapping.MappingConfiguration;
import dev.portico.pax8.partner.PartnerConfiguration;
import dev.portico.pax8.sync.SyncConfiguration;
import dev.portico.pax8.wizard.WizardConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The plugin's Spring configuration: one part for each feature. */
@Configuration(proxyBeanMethods = false)
@Import({
    PartnerConfiguration.class,
    ConnectionConfiguration.class,
    SyncConfiguration.class,
    MappingConfiguration.class,
    CardConfiguration.class,
    LicensingConfiguration.class,
    WizardConfiguration.class
})
public class Pax8Configuration {}
