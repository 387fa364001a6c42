package dev.portico.sandbox;

import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import java.util.ArrayList;
import java.util.List;

/** The Pax8 sandbox: a program of its own, or a part of a test. */
public final class Sandbox {

    private static final String OWN_SETTINGS = "--spring.config.name=sandbox";

    private Sandbox() {
    }

    /** Starts the sandbox as a program; the arguments are settings such as --sandbox.size=L. */
    public static void main(String[] arguments) {
        List<String> all = new ArrayList<>(List.of(OWN_SETTINGS));
        all.addAll(List.of(arguments));
        announce(new RunningSandbox((ServletWebServerApplicationContext) application().run(all.toArray(String[]::new))));
    }

    /**
     * Starts a sandbox inside a running program, on a random free port unless the settings say otherwise. Several may run.
     *
     * @param properties settings such as "sandbox.size=S" or "server.port=8089"
     * @return the running sandbox; close it to stop
     */
    public static RunningSandbox start(String... properties) {
        SpringApplication application = application();
        application.setRegisterShutdownHook(false);
        // why: logging belongs to the program around; setting it up again would undo that program's own
        application.setListeners(application.getListeners().stream().filter(listener -> !(listener instanceof LoggingApplicationListener)).toList());
        List<String> arguments = new ArrayList<>(List.of(OWN_SETTINGS, "--server.port=0"));
        for (String property : properties) {
            arguments.removeIf(argument -> argument.startsWith("--" + property.substring(0, property.indexOf('=') + 1)));
            arguments.add("--" + property);
        }
        QuietLogs.whereNobodyElseDecides();
        return new RunningSandbox((ServletWebServerApplicationContext) application.run(arguments.toArray(String[]::new)));
    }

    private static void announce(RunningSandbox sandbox) {
        LoggerFactory.getLogger(Sandbox.class).info("Pax8 sandbox at {} with {} companies, {} subscriptions, {} products", sandbox.baseUrl(),
                sandbox.portfolio().companies().size(), sandbox.portfolio().subscriptions().size(), sandbox.portfolio().products().size());
    }

    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(SandboxApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        return application;
    }
}
