package dev.portico.sandbox;

import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.control.Control;
import dev.portico.sandbox.control.SubscriptionControl;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.faults.Faults;
import dev.portico.sandbox.faults.Journal;
import dev.portico.sandbox.oauth.ApiCredentials;
import dev.portico.sandbox.oauth.Grants;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import java.util.Objects;

/** A sandbox that runs inside this program, with direct access to what the control API offers from outside. */
public final class RunningSandbox implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    RunningSandbox(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** The port it listens on. */
    public int port() {
        return Objects.requireNonNull(context.getWebServer(), "The sandbox is closed").getPort();
    }

    /** Where it listens, for example http://localhost:8089, without a slash at the end. */
    public String baseUrl() {
        return "http://localhost:" + port();
    }

    /** Faults to switch on and off. */
    public Faults faults() {
        return context.getBean(Faults.class);
    }

    /** What was called and what was changed. */
    public Journal journal() {
        return context.getBean(Journal.class);
    }

    /** The data behind the API. */
    public Portfolio portfolio() {
        return context.getBean(Portfolio.class);
    }

    /** Subscriptions as they really stand, and changes to them from outside of the portal. */
    public SubscriptionControl subscriptions() {
        return context.getBean(SubscriptionControl.class);
    }

    /** How it answers. */
    public Switches switches() {
        return context.getBean(Switches.class);
    }

    /** Takes tokens away, as a partner does who withdraws the consent. */
    public void revoke(Grants.Revocation what) {
        context.getBean(Grants.class).revoke(what);
    }

    /** A live access token, as API credentials bring it, without a call. */
    public String accessToken() {
        return context.getBean(ApiCredentials.class).issue();
    }

    /** Data, faults, behaviour and journal as at the start; tokens live on. */
    public void reset() {
        context.getBean(Control.class).reset();
    }

    /** Stops it; its port is free afterwards. */
    @Override
    public void close() {
        context.close();
    }
}
