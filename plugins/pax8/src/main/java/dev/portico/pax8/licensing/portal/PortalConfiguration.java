package dev.portico.pax8.licensing.portal;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.catalog.ClientCatalog;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog;
import dev.portico.pax8.licensing.change.ChangeWords;
import dev.portico.pax8.licensing.change.RequestPieces;
import dev.portico.pax8.licensing.change.ScheduleDialog;
import dev.portico.pax8.licensing.productrequests.ProductRequestScreens;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.renewals.ClientRenewals;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the pages for clients. */
@Configuration(proxyBeanMethods = false)
public class PortalConfiguration {

    @Bean
    Mine mine(
            DataSource dataSource,
            CurrentUser user,
            Clock clock,
            SeatRequests requests,
            RequestQueries queries,
            ClientCatalog catalog,
            ProductRequests products,
            ProductRequestScreens productScreens,
            ChangeSeatsDialog changeSeats,
            ScheduleDialog schedule,
            RequestPieces pieces,
            ChangeWords words,
            SettingsStore settings,
            SyncSummary summary,
            Messages messages,
            RelativeTimes times) {
        return new Mine(
                new MyLicenses(JdbcClient.create(dataSource), user, clock),
                requests,
                queries,
                catalog,
                products,
                productScreens,
                changeSeats,
                schedule,
                pieces,
                words,
                settings,
                summary,
                messages,
                times);
    }

    @Bean
    MyLicensesScreen myLicensesScreen(Mine mine, ClientRenewals renewals) {
        return new MyLicensesScreen(mine, renewals);
    }

    @Bean
    MyRequestsScreen myRequestsScreen(Mine mine) {
        return new MyRequestsScreen(mine);
    }

    @Bean
    MyCatalogScreen myCatalogScreen(Mine mine) {
        return new MyCatalogScreen(mine);
    }
}
