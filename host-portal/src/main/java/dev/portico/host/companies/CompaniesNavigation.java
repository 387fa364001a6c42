package dev.portico.host.companies;

import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.texts.Texts;
import org.springframework.stereotype.Component;

/** Puts the companies into the drawer. */
@Component
class CompaniesNavigation {

    CompaniesNavigation(NavigationRegistry registry) {
        Texts texts = Texts.of("companies");
        registry.register(new NavigationItem(
                () -> "", () -> texts.text("title"), "companies", "building", -90, CompanyService.READ));
    }
}
