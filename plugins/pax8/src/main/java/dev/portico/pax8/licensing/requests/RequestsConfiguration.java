package dev.portico.pax8.licensing.requests;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of requests. */
@Configuration(proxyBeanMethods = false)
public class RequestsConfiguration {

    @Bean
    SeatRequests seatRequests() {
        return new SeatRequests();
    }

    @Bean
    RequestQueries requestQueries() {
        return new RequestQueries();
    }
}
