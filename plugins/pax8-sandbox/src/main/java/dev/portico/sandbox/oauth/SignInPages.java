package dev.portico.sandbox.oauth;

import dev.portico.sandbox.pages.Template;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages on which the partner's administrator signs in and accepts or denies. */
@RestController
class SignInPages {

    private static final Template LOGIN = Template.named("login");
    private static final Template CONSENT = Template.named("consent");
    private static final Template NOTICE = Template.of("<div class=\"notice {{kind}}\" role=\"status\">{{text}}</div>");
    private static final Template SCOPE = Template.of("<li>{{text}}<br><code>{{scope}}</code></li>");
    private static final Template SCOPE_FIELD = Template.of("<input type=\"hidden\" name=\"scope\" value=\"{{scope}}\">");

    private static final Map<String, String> MEANING = Map.of(
            Clients.SCOPE, "View and manage your companies, products and subscriptions",
            Clients.OFFLINE, "Keep this access for 90 days without asking again");

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String login(CsrfToken csrf, @RequestParam Map<String, String> query) {
        String notice = "";
        if (query.containsKey("refused")) {
            notice = NOTICE.fill(Map.of("kind", "bad", "text", "Wrong email or password."));
        } else if (query.containsKey("signed-out")) {
            notice = NOTICE.fill(Map.of("kind", "good", "text", "You are signed out. Start again from the application that sent you here."));
        }
        return LOGIN.page("Sign in", Map.of("notice", notice, "csrfName", csrf.getParameterName(), "csrf", csrf.getToken()));
    }

    @GetMapping(path = "/consent", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String consent(Principal user, CsrfToken csrf, @RequestParam("client_id") String clientId, @RequestParam String state, @RequestParam String scope) {
        PartnerAccount account = PartnerAccount.of(user.getName());
        return CONSENT.page("Authorize", Map.of("client", "Portico", "clientId", clientId, "state", state,
                "account", account.name(), "email", account.user(), "csrfName", csrf.getParameterName(), "csrf", csrf.getToken(),
                "scopes", each(scope, SCOPE), "scopeFields", each(scope, SCOPE_FIELD)));
    }

    private static String each(String scopes, Template template) {
        return Arrays.stream(scopes.split(" ")).sorted()
                .map(scope -> template.fill(Map.of("scope", scope, "text", MEANING.getOrDefault(scope, scope))))
                .collect(Collectors.joining());
    }
}
