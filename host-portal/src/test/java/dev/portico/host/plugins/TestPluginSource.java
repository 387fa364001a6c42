package dev.portico.host.plugins;

/** Source of a small whole plugin, with markers at the places where tests put trouble. */
final class TestPluginSource {

    static final String TEXTS = """
            category=Test
            summary=A plugin for tests.
            permission=Use the test plugin
            group=Testing
            screen=Things
            job=Test: count
            step=Only step
            """;

    static final String PLUGIN = """
            package test;

            import com.vaadin.flow.component.Component;
            import com.vaadin.flow.component.html.Span;
            import dev.portico.api.*;
            import dev.portico.api.host.*;
            import dev.portico.api.job.*;
            import dev.portico.api.screen.*;
            import java.util.*;
            import javax.sql.DataSource;
            import org.pf4j.Extension;
            import org.springframework.context.annotation.*;

            @Extension
            public class TestPlugin implements IntegrationPlugin {

                public TestPlugin() {
                    /*constructor*/
                }

                public PluginProfile profile() {
                    return new PluginProfile("@ID@", "T", "category", "summary", "");
                }

                public Class<?> configuration() { return Beans.class; }

                public List<PermissionDeclaration> permissions() {
                    return List.of(new PermissionDeclaration("manage_@ID@", "permission"));
                }

                public List<ScreenDeclaration> screens() {
                    return List.of(new ScreenDeclaration("@ID@/things", "screen", "manage_@ID@",
                        Optional.of(new ScreenDeclaration.Navigation("group", "key", 1)), Things.class));
                }

                public List<JobDeclaration> jobs() {
                    return List.of(new JobDeclaration("count", "job", Optional.of("0 3 * * *"), Count.class));
                }

                public Class<? extends IntegrationCard> card() { return Card.class; }

                public List<WizardStepDeclaration> wizard() {
                    return List.of(new WizardStepDeclaration("only", "step", Step.class));
                }

                public Class<? extends IntegrationRemoval> removal() { return Removal.class; }

                @Configuration(proxyBeanMethods = false)
                public static class Beans {
                    @Bean Things things(DataSource data) { /*bean*/ return new Things(); }
                    @Bean Card card(Messages messages) { return new Card(); }
                    @Bean Count count() { return new Count(); }
                    @Bean Step step() { return new Step(); }
                    @Bean Removal removal() { return new Removal(); }
                }

                public static class Things implements PluginScreen {
                    /*members*/
                    public Component open(ScreenContext context) { /*screen*/ return new Span("things of @ID@"); }
                }

                public static class Card implements IntegrationCard {
                    public List<CardAction> actions() { return List.of(/*actions*/); }
                    public CardStatus status() {
                        /*card*/
                        return new CardStatus(ConnectionState.CONNECTED, "fine", Optional.empty(), Optional.empty());
                    }
                }

                public static class Count implements PluginJob {
                    public JobOutcome run(JobRun run) { /*job*/ return new JobOutcome.Succeeded(SyncCounts.NONE); }
                }

                public static class Step implements WizardStep {
                    public Page open(WizardContext context) { /*step*/ return () -> new Span("step of @ID@"); }
                }

                public static class Removal implements IntegrationRemoval {
                    public List<RemovalCount> preview() { return List.of(new RemovalCount("things", 3)); }
                    public void remove() { }
                }
            }
            """;

    private TestPluginSource() {}
}
