package dev.portico.pax8.licensing.detail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.pax8.licensing.terms.LivePrice;
import dev.portico.pax8.licensing.terms.PriceLine;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A button that asks Pax8 what the seats of a subscription cost its company now, and the answer below it. */
final class LivePriceBox {

    private final DetailParts parts;
    private final SubscriptionDetail detail;
    private final UUID product;
    private final Div answer = new Div();
    private final Div content = new Div();

    LivePriceBox(DetailParts parts, SubscriptionDetail detail, UUID product) {
        this.parts = parts;
        this.detail = detail;
        this.product = product;
        Button ask = new Button(text("subscription.price.get"));
        ask.setDisableOnClick(true);
        ask.addClickListener(click -> {
            try {
                ask();
            } finally {
                ask.setEnabled(true);
            }
        });
        answer.addClassName("portico-facts");
        answer.getElement().setAttribute("aria-live", "polite");
        content.addClassName("portico-form");
        content.add(ask, answer);
    }

    Component content() {
        return content;
    }

    private void ask() {
        answer.removeAll();
        switch (parts.prices().fetch(product, detail.ids().portalCompany())) {
            case LivePrice.Found(List<PriceLine> lines) -> show(lines);
            case LivePrice.NoCompany() -> answer.add(Pieces.problem(text("subscription.gone")));
            case LivePrice.Problem(String reason) -> answer.add(Pieces.problem(reason));
        }
    }

    /** Those on the terms of the subscription; all if there is none. */
    private void show(List<PriceLine> lines) {
        List<PriceLine> same = lines.stream().filter(this::onTheSameTerms).toList();
        if (lines.isEmpty()) {
            answer.add(new Span(text("subscription.price.none")));
        } else if (same.isEmpty()) {
            answer.add(new Span(text("subscription.price.other-terms")));
        }
        (same.isEmpty() ? lines : same).forEach(line -> answer.add(new Span(text(
                "subscription.price.line",
                parts.words().terms(line.commitmentTerm(), line.billingTerm()),
                text("licensing.seats-of", detail.seats()),
                amount(line.cost(detail.seats())),
                amount(line.retail(detail.seats()))))));
        if (!lines.isEmpty()) {
            answer.add(Pieces.muted(text("subscription.price.note")));
        }
    }

    private boolean onTheSameTerms(PriceLine line) {
        String commitment = detail.commitment().map(SubscriptionDetail.Commitment::term).orElse("");
        return line.billingTerm().equalsIgnoreCase(detail.billingTerm())
                && line.commitmentTerm().equalsIgnoreCase(commitment);
    }

    private String amount(Optional<BigDecimal> amount) {
        return amount.map(known -> Figures.amount(known, "")).orElseGet(() -> text("licensing.cost-unknown"));
    }

    private String text(String key, Object... arguments) {
        return parts.messages().text(key, arguments);
    }
}
