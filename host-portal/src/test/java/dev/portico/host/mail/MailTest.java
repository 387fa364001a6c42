package dev.portico.host.mail;

import dev.portico.host.security.PortalTest;
import dev.portico.host.security.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test in a portal that sends mail; nothing in it is sent from the outbox but by the test. */
@PortalTest
public abstract class MailTest {

    protected static final String ADDRESS = "https://portal.test.example/msp";
    protected static final MailServer SERVER = new MailServer();

    @Autowired
    protected ApplicationContext portal;

    protected TestPeople people;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SERVER::port);
        registry.add("portico.mail.from", () -> "Test Portal <portal@test.example>");
        registry.add("portico.public-address", () -> ADDRESS + "/");
    }

    @BeforeEach
    void emptyPortalAndServer() throws InterruptedException {
        portal.getBean(Postman.class).stop();
        people = new TestPeople(portal).reset();
        SERVER.start();
    }

    @AfterAll
    static void stopServer() {
        SERVER.stop();
    }
}
