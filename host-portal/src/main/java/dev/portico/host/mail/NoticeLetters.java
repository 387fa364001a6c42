package dev.portico.host.mail;

import dev.portico.host.mail.Outbox.Outgoing;
import dev.portico.host.texts.Texts;
import java.util.Optional;

/** What is mailed of a notice: its words, where it leads, and why it was mailed. */
class NoticeLetters {

    private static final Texts TEXTS = Texts.of("mail");

    private final PublicAddress portal;

    NoticeLetters(PublicAddress portal) {
        this.portal = portal;
    }

    Letter letter(Outgoing notice) {
        StringBuilder text = new StringBuilder();
        if (!notice.text().isBlank()) {
            text.append(notice.text().strip()).append("\n\n");
        }
        String brand = Texts.of("shell").text("brand");
        text.append(TEXTS.text("notice.open", address(notice.path())))
                .append("\n\n")
                .append(TEXTS.text("notice.why", brand, address("notifications")))
                .append('\n');
        String mark = "notice-" + notice.id() + "-" + notice.madeAt().toEpochMilli();
        return new Letter(notice.name(), notice.email(), notice.title(), text.toString(), Optional.of(mark));
    }

    private String address(String path) {
        return portal.of(path).orElseThrow(MailStartException::noAddress);
    }
}
