package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.portico.host.texts.Texts;
import java.util.Optional;

/** Says who signed a package. */
class SignerBadge extends Badge {

    private static final Texts TEXTS = Texts.of("plugins");

    SignerBadge(Optional<String> signer) {
        super(TEXTS.text(signer.isPresent() ? "signed" : "unsigned"));
        addThemeVariants(signer.isPresent() ? BadgeVariant.SUCCESS : BadgeVariant.WARNING);
    }

    /** Part of a line, such as "signed by Portico". */
    static String words(Optional<String> signer) {
        return signer.map(it -> TEXTS.text("signed.by", it)).orElseGet(() -> TEXTS.text("not.signed"));
    }

    /** What that means. */
    static String sentence(Optional<String> signer) {
        return signer.map(it -> TEXTS.text("signed.means", it)).orElseGet(() -> TEXTS.text("unsigned.means"));
    }
}
