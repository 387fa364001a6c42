package dev.portico.host.mail;

import dev.portico.host.security.HostCurrentUser;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** Mail, if a mail server is set: by the same setting with which Spring Boot offers its mail sender. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class MailConfiguration {

    @Bean
    Mailer mailer(JavaMailSender server, MailSettings settings) {
        return new Mailer(server, settings.sender());
    }

    @Bean
    NoticeLetters noticeLetters(PublicAddress portal) {
        if (portal.publicAddress() == null) {
            throw MailStartException.noAddress();
        }
        return new NoticeLetters(portal);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, Clock clock) {
        return new Outbox(jdbc, clock);
    }

    @Bean
    Postman postman(Outbox outbox, NoticeLetters letters, Mailer mailer) {
        return new Postman(outbox, letters, mailer);
    }

    @Bean
    InvitationMail invitationMail(Mailer mailer) {
        return new InvitationMail(mailer);
    }

    @Bean
    MailChoice mailChoice(JdbcClient jdbc, HostCurrentUser user) {
        return new MailChoice(jdbc, user);
    }
}
