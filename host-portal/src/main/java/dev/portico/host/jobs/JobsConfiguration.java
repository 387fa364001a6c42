package dev.portico.host.jobs;

import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.texts.Texts;
import java.util.List;
import org.jobrunr.server.BackgroundJobServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins the jobs to JobRunr and to the portal's navigation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({JobSettings.class, PortalZone.class})
class JobsConfiguration {

    @Bean
    SmartInitializingSingleton runStatesFollowJobRunr(ObjectProvider<BackgroundJobServer> server, RunStates states) {
        return () -> server.ifAvailable(jobs -> jobs.setJobFilters(List.of(states)));
    }

    @Bean
    SmartInitializingSingleton jobsInNavigation(ObjectProvider<NavigationRegistry> navigation) {
        Texts texts = Texts.of("jobs");
        return () -> navigation.ifAvailable(items -> items.register(new NavigationItem(
                () -> "", () -> texts.text("navigation"), "jobs", "tasks", 900, JobsView.PERMISSION)));
    }
}
