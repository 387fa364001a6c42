package dev.portico.host.shell;

import com.vaadin.flow.component.html.Span;

/** Words for screen readers only, read in the next pause. */
public class LiveRegion extends Span {

    /** Makes one that is silent until something is said. */
    public LiveRegion() {
        addClassName("for-readers");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Says something, instead of what was said before. */
    public void say(String words) {
        setText(words);
    }
}
