package dev.portico.pax8.wizard;

import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection;
import dev.portico.pax8.card.ManualSync;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.mapping.CompanyCreation;
import dev.portico.pax8.mapping.MappingService;
import dev.portico.pax8.texts.RelativeTimes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the wizard's steps. */
@Configuration(proxyBeanMethods = false)
public class WizardConfiguration {

    @Bean
    ConnectionLine connectionLine(
            Pax8Connection connection, OAuthConnection oauth, Messages messages, RelativeTimes times) {
        return new ConnectionLine(connection, oauth, messages, times);
    }

    @Bean
    ConnectStep connectStep(
            Pax8Connection connection,
            ConnectionLine line,
            CurrentUser user,
            Messages messages,
            RelativeTimes times) {
        return new ConnectStep(connection, line, user, messages, times);
    }

    @Bean
    CompaniesStep companiesStep(
            MappingService mappings,
            CompanyCreation creation,
            Companies companies,
            Jobs jobs,
            ManualSync manual,
            ConnectionLine line,
            CurrentUser user,
            Messages messages) {
        return new CompaniesStep(mappings, creation, companies, jobs, manual, line, user, messages);
    }

    @Bean
    CompleteStep completeStep(
            MappingService mappings,
            Pax8Connection connection,
            Jobs jobs,
            ManualSync manual,
            ConnectionLine line,
            CurrentUser user,
            Messages messages,
            RelativeTimes times) {
        return new CompleteStep(mappings, connection, jobs, manual, line, user, messages, times);
    }
}
