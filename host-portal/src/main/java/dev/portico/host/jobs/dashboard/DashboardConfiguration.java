package dev.portico.host.jobs.dashboard;

import dev.portico.api.host.CurrentUser;
import dev.portico.host.audit.AuditService;
import dev.portico.host.jobs.RunCancellation;
import dev.portico.host.jobs.Steward;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.ThreadSafeStorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** Puts the dashboard below {@code /jobs}. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    EventStreams jobEventStreams(StorageProvider storage, JsonMapper jobRunrJsonMapper) {
        return new EventStreams(new ThreadSafeStorageProvider(storage), jobRunrJsonMapper);
    }

    /** Ends the open streams at once, or the portal would wait for them when it stops. */
    @Bean
    ApplicationListener<ContextClosedEvent> jobEventStreamsEnd(EventStreams events) {
        return closed -> events.close();
    }

    @Bean
    ServletRegistrationBean<DashboardServlet> jobDashboard(
            StorageProvider storage,
            JsonMapper jobRunrJsonMapper,
            EventStreams events,
            CurrentUser user,
            AuditService audit,
            RunCancellation cancellation,
            Steward steward) {
        DashboardApi api = new DashboardApi(
                new ThreadSafeStorageProvider(storage), jobRunrJsonMapper, audit, cancellation, steward);
        ServletRegistrationBean<DashboardServlet> registration = new ServletRegistrationBean<>(
                new DashboardServlet(user, new DashboardPages(), api, events),
                DashboardServlet.BASE + "/dashboard/*",
                DashboardServlet.BASE + "/api/*",
                DashboardServlet.BASE + "/sse/*");
        registration.setName("jobDashboard");
        registration.setAsyncSupported(true);
        return registration;
    }
}
