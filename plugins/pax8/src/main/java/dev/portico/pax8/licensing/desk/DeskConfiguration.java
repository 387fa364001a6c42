package dev.portico.pax8.licensing.desk;

import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.change.ChangeWords;
import dev.portico.pax8.licensing.change.RequestPieces;
import dev.portico.pax8.licensing.change.ScheduleDialog;
import dev.portico.pax8.licensing.productrequests.ProductRequestScreens;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.licensing.settings.WritesStopped;
import dev.portico.pax8.texts.RelativeTimes;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of the page where staff decides. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

    @Bean
    RequestsScreen requestsScreen(
            DataSource dataSource,
            SeatRequests requests,
            RequestQueries queries,
            RequestPieces pieces,
            ChangeWords words,
            ScheduleDialog schedule,
            CurrentUser user,
            Messages messages,
            RelativeTimes times,
            Companies companies,
            ProductRequests products,
            ProductRequestScreens productScreens,
            WritesStopped writesStopped) {
        RequestVendors vendors = new RequestVendors(JdbcClient.create(dataSource), user);
        Desk desk = new Desk(requests, queries, vendors, pieces, words, schedule, user, messages, times);
        return new RequestsScreen(desk, companies, products, productScreens, writesStopped);
    }

    @Bean
    WaitingBadge waitingBadge(RequestQueries requests, ProductRequests products) {
        return new WaitingBadge(requests, products);
    }
}
